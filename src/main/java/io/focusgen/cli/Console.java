package io.focusgen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The streams of a command.
 *
 * @param data standard output, for data
 * @param text standard output, for help that was asked for
 * @param messages standard error
 * @param interactive whether a person sees {@code messages} as they are written
 * @param columns characters in a line of that person's terminal, at least 20
 * @param quiet whether only what went wrong is said
 */
public record Console(WritableByteChannel data, PrintStream text, PrintStream messages, boolean interactive,
        int columns,
        boolean quiet) {

    static final int USUAL_COLUMNS = 80;

    private static final int FEWEST_COLUMNS = 20;
    private static final int MOST_COLUMNS = 1_000;

    /** Where the system says what standard output and standard error are. */
    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** Of the usual width, and not quiet. */
    public Console(WritableByteChannel data, PrintStream text, PrintStream messages, boolean interactive) {
        this(data, text, messages, interactive, USUAL_COLUMNS, false);
    }

    /** The streams of this process. */
    public static Console ofProcess() {
        WritableByteChannel output = new FileOutputStream(FileDescriptor.out).getChannel();
        return new Console(isPipe() ? new PipeChannel(output) : output, System.out, System.err,
                standardErrorIsTerminal(), columns(System.getenv("COLUMNS")), false);
    }

    /** The same, where only what went wrong is said. */
    Console quieted() {
        return new Console(data, text, messages, false, columns, true);
    }

    /** What a shell that exports its width says; the usual where there is none or it makes no sense. */
    static int columns(@Nullable String said) {
        if (said == null || !said.matches("[0-9]{1,4}")) {
            return USUAL_COLUMNS;
        }
        int columns = Integer.parseInt(said);
        return columns < FEWEST_COLUMNS || columns > MOST_COLUMNS ? USUAL_COLUMNS : columns;
    }

    /** Where a system does not say, standard output that cannot be written to is no more than that. */
    private static boolean isPipe() {
        try {
            String output = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
            return output.startsWith("pipe:") || output.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** {@code System.console()} tells about the other two streams, and less in each new Java; it is for other systems. */
    private static boolean standardErrorIsTerminal() {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException unknown) {
            return System.console() != null;
        }
    }
}
