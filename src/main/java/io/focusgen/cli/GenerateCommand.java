package io.focusgen.cli;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.stream.Export;
import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.PlannedBill;
import picocli.CommandLine.ParseResult;

/** {@code generate DATASET}: writes a data set to a file or to standard output. */
final class GenerateCommand extends Verb {

    static final String VERB = "generate";

    private final ExportOpener opener;
    private final Defaults defaults;

    GenerateCommand(ExportOpener opener, Defaults defaults, Console console) {
        super(VERB, GenerateRequest.PARAMETERS, console);
        this.opener = opener;
        this.defaults = defaults;
        command().usageMessage().header("Writes a data set: the same options give the same bytes.")
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB
                        + " DATASET [--PARAMETER VALUE]... [--format FORMAT] [--out FILE]")
                .description("", Documentation.SPELLING,
                        "Everything wrong with the options is said at once, a line each. On a terminal a line shows how far"
                                + " the file is.",
                        "");
        examples("A hundred thousand rows of an hourly bill",
                "generate cost-and-usage --rows 1e5 --seed 42 --out aws.csv",
                "A year of a startup that spends on machine learning, four columns only, as Parquet",
                "generate cost-and-usage --profile startup --distribution ml-focused --month 2025-01 --months 12\n"
                        + "--columns BilledCost,ChargePeriodStart,ServiceName,Tags --out year.parquet",
                "The third of sixteen parts, into a pipe",
                "generate cost-and-usage --rows 1e6 --shard 3/16 --format ndjson | gzip > part-03.ndjson.gz",
                "Three clouds in one file, with things that go wrong",
                "generate cost-and-usage --provider aws,azure,gcp --rows 5000 --anomalies 2 --waste 10 --out wrong.csv.gz");
        GenerateRequest.addTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        GenerateRequest request = GenerateRequest.read(arguments, defaults);
        Export export = opener.open(request.spec());
        noteOtherFormat(request.out(), request.format().extension());
        String written = write(export.blocks(request.format()), export.rows(), request.out(),
                request.format().mediaType(request.spec()));
        note(export.rows() + " rows, " + written + about(request.spec()) + ", budget "
                + PlannedBill.budgets(export.bills())
                + ", commitment coverage " + PlannedBill.coverages(export.bills()));
    }
}
