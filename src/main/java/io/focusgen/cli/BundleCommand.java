package io.focusgen.cli;

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
                .header("Writes a zip file with all files of a request: rows, price list, answer sheets, manifest.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB + " [--PARAMETER VALUE]... [--out FILE]")
                .description("", Documentation.SPELLING,
                        "Everything wrong with the options is said at once, a line each.", "");
        examples("A quarter of two clouds, a file for each month in the folders that Hive reads",
                "bundle --provider aws,gcp --month 2026-01 --months 3 --rows 3000 --layout hive --out quarter.zip",
                "The same company's first month as Parquet",
                "bundle --provider aws,gcp --month 2026-01 --rows 3000 --format parquet --out january.zip");
        Options.addWordsTo(command(), "WORD", "");
        Options.addTo(command(), PARAMETERS);
        Options.addOutTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        Options options = new Options(arguments, PARAMETERS);
        options.refuseWords();
        options.refuseOtherEndings("zip");
        String out = options.out();
        BundleRequest request = options.done(() -> BundleReader.read(options.parameters(), defaults));
        ZipBlocks zip = ZipBlocks.of(Bundle.of(request));
        note(zip.files() + " files, " + write(zip, 0, out, Bundle.MEDIA_TYPE));
    }
}
