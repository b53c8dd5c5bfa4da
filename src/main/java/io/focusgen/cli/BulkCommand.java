package io.focusgen.cli;

import java.io.IOException;

import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.focusgen.stream.Export;
import io.focusgen.stream.ExportOpener;
import picocli.CommandLine.ParseResult;

/** {@code bulk}: prints the Job of Kubernetes that writes a data set in parts, and is what its Pods run. */
final class BulkCommand extends Verb {

    static final String VERB = "bulk";

    private static final String YAML = "application/yaml";

    private final ExportOpener opener;
    private final Defaults defaults;

    BulkCommand(ExportOpener opener, Defaults defaults, Console console) {
        super(VERB, BulkRequest.PARAMETERS, console);
        this.opener = opener;
        this.defaults = defaults;
        command().usageMessage()
                .header("Writes a data set in parts by many processes: prints the Kubernetes Job, and is"
                        + " what its Pods run.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB
                        + " [DATASET] --shards N --out s3://BUCKET/PREFIX/ [--PARAMETER VALUE]...",
                        CommandLineInterface.COMMAND + " " + VERB
                                + " [DATASET] --shard K/N --out FOLDER/ [--PARAMETER VALUE]...")
                .description("",
                        "With --shards it prints an Indexed Job for kubectl apply, once the request is known to be"
                                + " right.",
                        "With --shard, where index/N takes K from JOB_COMPLETION_INDEX, it writes this part, unless it is there,",
                        "and the manifest where no other part is missing. The parts joined in order are what generate writes.",
                        Documentation.SPELLING, "");
        examples("A Job of 64 Pods, which make a billion rows",
                "bulk --rows 1e9 --shards 64 --format csv.gz --out s3://my-bucket/bills/ > job.yaml",
                "One of its parts by hand",
                "bulk --rows 2e4 --month 2026-01 --shard 1/2 --out parts/",
                "The other one, as a Pod does it",
                "bulk --rows 2e4 --month 2026-01 --shard 2/2 --out parts/");
        BulkRequest.addTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        BulkRequest request = BulkRequest.read(arguments, defaults);
        switch (request.step()) {
            case PRINT -> print(request);
            case PART -> writePart(request);
            case FINISH -> finish(request);
        }
    }

    private void print(BulkRequest request) throws UnwritableException {
        DatasetSpec spec = request.spec();
        long rows = planned(request).rows();
        write(BulkJob.yaml(request), "-", YAML);
        note(opener.open(spec.whole()).rows() + " rows in " + spec.shard().count() + " parts, the first of " + rows
                + ", " + request.parallelism() + " at once" + about(spec));
    }

    /**
     * The part that is asked for; the first one of all where none is.
     *
     * @throws RefusedException where there are more parts than blocks, or fewer than the format needs
     */
    private Export planned(BulkRequest request) {
        try {
            Export export = opener.open(request.spec());
            // Asked for its blocks, a format says whether it can have so many rows.
            if (export.blocks(request.format()).blocks() < 1) {
                throw new IllegalStateException("a part without a block");
            }
            return export;
        } catch (RefusedException refused) {
            throw request.step() == BulkRequest.Step.PART ? refused : ofShards(request, refused);
        }
    }

    /** The same about the option that was given. */
    private static RefusedException ofShards(BulkRequest request, RefusedException refused) {
        return new RefusedException(refused.violations().stream()
                .map(violation -> !violation.field().equals(Parameter.SHARD.label())
                        ? violation
                        : new Violation(BulkRequest.SHARDS, Long.toString(request.spec().shard().count()),
                                violation.message(), violation.nearest() == null
                                        ? null
                                        : violation.nearest().substring(violation.nearest().indexOf('/') + 1)))
                .toList());
    }

    private void writePart(BulkRequest request) throws UnwritableException {
        Export export = planned(request);
        Progress progress = new Progress(console(), export.blocks(request.format()).blocks(), export.rows(),
                System::nanoTime);
        long start = System.nanoTime();
        try (Folder folder = Folder.of(request.out(), System.getenv())) {
            BulkParts.Written written = new BulkParts(request, folder).write(export, progress);
            progress.end();
            note("part " + written.receipt().shard() + ": " + written.receipt().rows() + " rows, "
                    + (written.anew()
                            ? figures(written.receipt().bytes(), System.nanoTime() - start)
                            : written.receipt().bytes() + " bytes, there already")
                    + (written.missing() == 0
                            ? "; all parts and the manifest are there"
                            : "; " + written.missing()
                                    + " parts are missing"));
        } catch (IOException failed) {
            throw new UnwritableException(request.out(), failed);
        } finally {
            progress.end();
        }
    }

    private void finish(BulkRequest request) throws UnwritableException {
        try (Folder folder = Folder.of(request.out(), System.getenv())) {
            note(new BulkParts(request, folder).finish().size() + " parts and the manifest are there");
        } catch (IOException failed) {
            throw new UnwritableException(request.out(), failed);
        }
    }
}
