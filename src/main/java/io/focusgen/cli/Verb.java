package io.focusgen.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;

import io.focusgen.spec.Documentation;
import io.focusgen.spec.Documented;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command: reads its options, does its work, and says in sentences what went wrong. */
abstract class Verb implements Callable<Integer> {

    private final Console console;
    private final List<? extends Documented> parameters;
    private final CommandSpec command = CommandSpec.wrapWithoutInspection(this);

    /** @param parameters that are options of this verb */
    Verb(String name, List<? extends Documented> parameters, Console console) {
        this.console = console;
        this.parameters = parameters;
        command.name(name);
        command.addOption(CommandLineInterface.help());
    }

    final CommandSpec command() {
        return command;
    }

    final Console console() {
        return console;
    }

    final CommandLine commandLine() {
        return new CommandLine(command).setUnmatchedArgumentsAllowed(true).setOptionsCaseInsensitive(true)
                .setExpandAtFiles(false);
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
    final void write(String document, String out) throws UnwritableException {
        try (Target target = Target.of(out, console)) {
            ByteBuffer bytes = ByteBuffer.wrap(document.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                target.channel().write(bytes);
            }
            target.commit();
        } catch (IOException failed) {
            throw new UnwritableException(out, failed);
        }
    }

    final void say(String sentence) {
        console.messages().println(CommandLineInterface.NAME + ": " + sentence);
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
