package io.focusgen.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleParameter;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.BundleRequest;
import io.focusgen.bundle.ZipBlocks;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.Parameter;
import picocli.CommandLine.ParseResult;

/** {@code bundle}: writes all files of a request as one zip file. */
final class BundleCommand extends Verb {

    static final String VERB = "bundle";

    private static final List<Documented> PARAMETERS = Stream
            .<Documented>concat(Stream.of(BundleParameter.values()), Stream.of(Parameter.values())).toList();

    private final Defaults defaults;

    BundleCommand(Defaults defaults, Console console) {
        super(VERB, PARAMETERS, console);
        this.defaults = defaults;
        command().usageMessage()
                .header("Writes all files of a request, as a zip file or into a folder: rows, price list, answers, manifest.")
                .customSynopsis(
                        CommandLineInterface.COMMAND + " " + VERB + " [--PARAMETER VALUE]... [--out FILE|FOLDER/]")
                .description("", Documentation.SPELLING,
                        "Everything wrong with the options is said at once, a line each.", "");
        examples("A quarter of two clouds, a file for each month in the folders that Hive reads",
                "bundle --provider aws,gcp --month 2026-01 --months 3 --rows 3000 --layout hive --out quarter.zip",
                "The same company's first month as Parquet",
                "bundle --provider aws,gcp --month 2026-01 --rows 3000 --format parquet --out january.zip",
                "The same files in a folder",
                "bundle --provider aws,gcp --month 2026-01 --rows 3000 --format parquet --out january/");
        Options.addWordsTo(command(), "WORD", "");
        Options.addTo(command(), PARAMETERS);
        Options.addOutTo(command(), "Where it ends in a slash or is a folder, files are written into it, each of"
                + " which appears when it is whole, manifest.json last; s3://bucket/prefix/ likewise. ");
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, PARAMETERS);
        options.refuseWords();
        if (options.isOutFolder()) {
            writeFolder(options);
            return;
        }
        options.refuseOtherEndings("zip");
        String out = options.out();
        BundleRequest request = options.done(() -> BundleReader.read(options.parameters(), defaults));
        Bundle bundle = Bundle.of(request);
        ZipBlocks zip = ZipBlocks.of(bundle);
        String written = write(zip, 0, out, Bundle.MEDIA_TYPE);
        long rows = bundle.stream().mapToLong(file -> file.rows().orElse(0)).sum();
        note(zip.files() + " files, " + rows + " rows, " + written + about(request.dataset().spec()));
    }

    private void writeFolder(Options options) throws UnwritableException {
        String out = options.outFolder();
        BundleRequest request = options.done(() -> BundleReader.read(options.parameters(), defaults));
        long start = System.nanoTime();
        try {
            BundleFolder.Written written = BundleFolder.write(Bundle.of(request), out, System.getenv(), console());
            note(written.files() + " files, " + written.rows() + " rows, "
                    + figures(written.bytes(), System.nanoTime() - start) + about(request.dataset().spec()));
        } catch (IOException failed) {
            throw new UnwritableException(out, failed);
        }
    }
}
