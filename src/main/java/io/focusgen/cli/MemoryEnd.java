package io.focusgen.cli;

import java.io.PrintStream;

/**
 * Ends the command where a thread has no memory left: it may be one of a library, and whoever waits for what that thread should
 * have done would wait for ever. What is not whole is removed, as with any other end, where there is memory for that.
 */
final class MemoryEnd implements Thread.UncaughtExceptionHandler {

    private final PrintStream messages;
    /** Made while there is memory for it. */
    private final String sentence;

    /** @param heap bytes that this JVM may have */
    MemoryEnd(PrintStream messages, long heap) {
        this.messages = messages;
        long mebibytes = heap >> 20;
        sentence = CommandLineInterface.NAME + ": failed: the heap of the JVM, " + mebibytes
                + " MiB, is too small for this; give it more, such as twice as much with -Xmx" + 2 * mebibytes + "m";
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            messages.println(sentence);
            // Not here: what removes the rest may need this very thread.
            Thread end = new Thread(() -> System.exit(CommandLineInterface.FAILED), "memory-end");
            end.setDaemon(true);
            end.start();
        } else {
            messages.println("Exception in thread " + thread.getName());
            thrown.printStackTrace(messages);
        }
    }
}
