package io.focusgen.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.table.TableFormat;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** A command: reads its options, does its work, and says in sentences what went wrong. */
abstract class Verb implements Callable<Integer> {

    static final String QUIET = "--quiet";

    private final Console console;
    private final List<? extends Documented> parameters;
    private final CommandSpec command = CommandSpec.wrapWithoutInspection(this);

    /** @param parameters that are options of this verb */
    Verb(String name, List<? extends Documented> parameters, Console console) {
        this.console = console;
        this.parameters = parameters;
        command.name(name);
        command.usageMessage().abbreviateSynopsis(true).sortOptions(false).width(CommandLineInterface.HELP_COLUMNS);
    }

    final CommandSpec command() {
        return command;
    }

    /** The streams of this command, as quiet as was asked for. */
    final Console console() {
        ParseResult parsed = command.commandLine() == null ? null : command.commandLine().getParseResult();
        return parsed != null && parsed.hasMatchedOption(QUIET) ? console.quieted() : console;
    }

    final CommandLine commandLine() {
        command.addOption(OptionSpec.builder("-q", QUIET).description("Say nothing but what went wrong.").build());
        command.addOption(CommandLineInterface.help());
        CommandLine line = new CommandLine(command).setUnmatchedArgumentsAllowed(true).setOptionsCaseInsensitive(true)
                .setExpandAtFiles(false);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionGroup::help);
        return line;
    }

    /**
     * Commands that can be typed as they are, each behind a line that says what it does.
     *
     * @param examples pairs: what it does, and the arguments
     */
    final void examples(String... examples) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < examples.length; i += 2) {
            text.append("  ").append(examples[i]).append(":%n    ").append(CommandLineInterface.COMMAND).append(" \\%n")
                    .append("      ").append(examples[i + 1].replace("%", "%%").replace("\n", " \\%n      "))
                    .append("%n");
        }
        command.usageMessage().footerHeading("%nExamples:%n").footer(text.toString(),
                "Exit code: 0 written; 1 refused: the arguments are wrong, and nothing was written; 2 failed: disk full,",
                "no such folder, ...; 130 or 143 interrupted; 141 whoever read the output has gone, as head does. What is",
                "not whole is not left behind.");
    }

    /**
     * Does what the arguments ask for.
     *
     * @throws RefusedException with everything wrong with them at once
     * @throws UnwritableException where the data cannot be written
     */
    abstract void run(ParseResult arguments) throws UnwritableException;

    /** Where the data goes cannot take it. */
    static final class UnwritableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnwritableException(String out, IOException cause) {
            super("cannot write " + (out.equals("-") ? "to standard output" : out) + ": " + reason(cause), cause);
        }

        /** The JDK's exceptions about files say only which one. */
        private static String reason(IOException failure) {
            if (failure instanceof NoSuchFileException) {
                return "there is no such directory";
            }
            if (failure instanceof FileAlreadyExistsException) {
                return "there is a file of that name, which is no folder";
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

    @Override
    public final Integer call() {
        try {
            run(command.commandLine().getParseResult());
            return CommandLineInterface.OK;
        } catch (RefusedException refused) {
            refused.violations().forEach(violation -> say(sentence(violation)));
            return CommandLineInterface.REFUSED;
        } catch (UnwritableException failed) {
            if (failed.getCause() instanceof PipeChannel.ReaderGoneException) {
                return CommandLineInterface.READER_GONE;
            }
            say(String.valueOf(failed.getMessage()));
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

    /** Writes a document that is in memory anyway. */
    final void write(String document, String out, String mediaType) throws UnwritableException {
        write(new DocumentBlock(document), 0, out, mediaType);
    }

    /**
     * Writes blocks and shows how far it is.
     *
     * @param rows of all blocks, or 0 where nobody counts them
     * @param mediaType of the data, where such a thing is kept
     * @return bytes, time and rate in words
     */
    final String write(BlockSource blocks, long rows, String out, String mediaType) throws UnwritableException {
        long start = System.nanoTime();
        try {
            long bytes = Target.write(blocks, rows, out, mediaType, console());
            long nanos = System.nanoTime() - start;
            return figures(bytes, nanos);
        } catch (IOException failed) {
            throw new UnwritableException(out, failed);
        }
    }

    /** Bytes, time and rate in words. */
    static String figures(long bytes, long nanos) {
        return bytes + " bytes in " + Figures.time(nanos) + ", " + Figures.rate(bytes, nanos);
    }

    /** What went wrong. */
    final void say(String sentence) {
        console.messages().println(CommandLineInterface.NAME + ": " + sentence);
    }

    /** What went well, which not everybody wants to read. */
    final void note(String sentence) {
        if (!console().quiet()) {
            say(sentence);
        }
    }

    /** Says so where the name of a file ends in another format than it is written in. */
    final void noteOtherFormat(String out, String format) {
        List<String> all = Stream.concat(Format.extensions().stream(), TableFormat.extensions().stream()).toList();
        NameEnding.of(out).format(all).filter(named -> !named.equals(format))
                .ifPresent(named -> note(out + " is written as " + format));
    }

    /** What tells a data set from others, to end a sentence with. */
    static String about(DatasetSpec spec) {
        return "; seed " + spec.seed() + ", month " + spec.firstMonth();
    }

    private String sentence(Violation violation) {
        String plain = Spelling.plain(violation.field());
        String option = parameters.stream().filter(parameter -> Spelling.plain(parameter.label()).equals(plain))
                .findFirst().map(Documentation::option).orElse(violation.field());
        String value = violation.value();
        String nearest = violation.nearest();
        return option + (value == null ? "" : " " + (value.isEmpty() ? "''" : value)) + ": " + violation.message()
                + (nearest == null ? "" : " Nearest: " + nearest);
    }
}
