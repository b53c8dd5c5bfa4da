package io.focusgen.cli;

import java.io.IOException;

/** What is to be done should somebody end the process. */
final class Interrupts {

    private Interrupts() {
    }

    /**
     * Registers a shutdown hook.
     *
     * @throws IOException where somebody ends the process already
     */
    static void remember(Thread hook) throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            throw new IOException("interrupted", shuttingDown);
        }
    }

    /** Takes a shutdown hook back; false where it runs already, because somebody ends the process. */
    static boolean forget(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }
}
