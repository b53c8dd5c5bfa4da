package io.focusgen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The streams of a command.
 *
 * @param data standard output, for data
 * @param text standard output, for help that was asked for
 * @param messages standard error
 * @param interactive whether a person sees {@code messages} as they are written
 */
public record Console(WritableByteChannel data, PrintStream text, PrintStream messages, boolean interactive) {

    /** Where the system says what standard error is. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** The streams of this process. */
    public static Console ofProcess() {
        return new Console(new FileOutputStream(FileDescriptor.out).getChannel(), System.out, System.err,
                standardErrorIsTerminal());
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
