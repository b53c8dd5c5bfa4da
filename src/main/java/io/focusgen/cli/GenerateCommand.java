package io.focusgen.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Parameter;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Export;
import io.focusgen.stream.ExportOpener;
import io.focusgen.stream.PlannedBill;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code generate DATASET}: writes a data set to a file or to standard output. */
final class GenerateCommand implements Callable<Integer> {

    static final String VERB = "generate";

    private final ExportOpener opener;
    private final Defaults defaults;
    private final Console console;
    private final CommandSpec command = CommandSpec.wrapWithoutInspection(this);

    GenerateCommand(ExportOpener opener, Defaults defaults, Console console) {
        this.opener = opener;
        this.defaults = defaults;
        this.console = console;
    }

    CommandLine commandLine() {
        command.name(VERB);
        command.usageMessage().header("Writes a data set: the same options give the same bytes.")
                .abbreviateSynopsis(true)
                .customSynopsis(CommandLineInterface.NAME + " " + VERB
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
        command.addOption(CommandLineInterface.help());
        GenerateOptions.addTo(command);
        return new CommandLine(command).setUnmatchedArgumentsAllowed(true).setOptionsCaseInsensitive(true)
                .setExpandAtFiles(false);
    }

    @Override
    public Integer call() {
        String out = "-";
        try {
            GenerateRequest request = GenerateOptions.read(command.commandLine().getParseResult(), defaults);
            out = request.out();
            write(request, opener.open(request.spec()));
            return CommandLineInterface.OK;
        } catch (RefusedException refused) {
            refused.violations().forEach(violation -> say(sentence(violation)));
            return CommandLineInterface.REFUSED;
        } catch (IOException failed) {
            say("cannot write " + (out.equals("-") ? "to standard output" : out) + ": " + reason(failed));
            return CommandLineInterface.FAILED;
        } catch (RuntimeException failed) {
            say("failed: " + failed);
            failed.printStackTrace(console.messages());
            return CommandLineInterface.FAILED;
        } catch (OutOfMemoryError failed) {
            say("failed: the memory of the JVM (-Xmx) does not hold this plan");
            return CommandLineInterface.FAILED;
        }
    }

    private void write(GenerateRequest request, Export export) throws IOException {
        long start = System.nanoTime();
        BlockSource source = export.blocks(request.format());
        Progress progress = new Progress(console, source.blocks());
        long bytes;
        try (Target target = Target.of(request.out(), console)) {
            bytes = BlockWriter.write(source, target.channel(), Runtime.getRuntime().availableProcessors(), progress);
            target.commit();
        } finally {
            progress.end();
        }
        say(export.rows() + " rows, " + bytes + " bytes in " + (System.nanoTime() - start) / 1_000_000 + " ms; seed "
                + request.spec().seed() + ", month " + request.spec().firstMonth() + ", budget "
                + PlannedBill.budgets(export.bills()) + ", commitment coverage "
                + PlannedBill.coverages(export.bills()));
    }

    private void say(String sentence) {
        PrintStream messages = console.messages();
        messages.println(CommandLineInterface.NAME + ": " + sentence);
    }

    private static String sentence(Violation violation) {
        String option = Parameter.byName(violation.field()).map(Documentation::option).orElse(violation.field());
        String value = violation.value();
        String nearest = violation.nearest();
        return option + (value == null ? "" : " " + (value.isEmpty() ? "''" : value)) + ": " + violation.message()
                + (nearest == null ? "" : " Nearest: " + nearest);
    }

    /** The JDK's exceptions about files say only which one. */
    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason();
        }
        return String.valueOf(failure.getMessage());
    }
}
