package io.focusgen.cli;

import java.io.IOException;

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
                .abbreviateSynopsis(true)
                .customSynopsis(CommandLineInterface.COMMAND + " " + VERB
                        + " DATASET [--PARAMETER VALUE]... [--format FORMAT] [--out FILE]")
                .description("", Documentation.SPELLING,
                        "Everything wrong with the options is said at once, a line each.", "")
                .sortOptions(false).width(110).footerHeading("%nExamples:%n").footer(
                        "  A million rows of an hourly bill:",
                        "    generate cost-and-usage --rows 1e6 --seed 42 --out aws.csv",
                        "  A year of a startup that spends on machine learning, four columns only:",
                        "    generate cost-and-usage --profile startup --distribution ml-focused --month 2025-01 --months 12 \\",
                        "      --columns BilledCost,ChargePeriodStart,ServiceName,Tags --out year.csv",
                        "  The third of sixteen parts, into a pipe:",
                        "    generate cost-and-usage --rows 1e9 --shard 3/16 | gzip > part-03.csv.gz", "",
                        "Exit code: 0 written, 1 refused, 2 failed (disk full, broken pipe, ...).");
        GenerateRequest.addTo(command());
    }

    @Override
    void run(ParseResult arguments) throws UnwritableException {
        GenerateRequest request = GenerateRequest.read(arguments, defaults);
        Export export = opener.open(request.spec());
        try {
            write(request, export);
        } catch (IOException failed) {
            throw new UnwritableException(request.out(), failed);
        }
    }

    private void write(GenerateRequest request, Export export) throws IOException {
        long start = System.nanoTime();
        long bytes = Target.write(export.blocks(request.format()), request.out(), console());
        say(export.rows() + " rows, " + bytes + " bytes in " + (System.nanoTime() - start) / 1_000_000 + " ms; seed "
                + request.spec().seed() + ", month " + request.spec().firstMonth() + ", budget "
                + PlannedBill.budgets(export.bills()) + ", commitment coverage "
                + PlannedBill.coverages(export.bills()));
    }
}
