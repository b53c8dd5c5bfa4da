package io.focusgen.cli;

/** What is to be done should somebody end the process. */
final class Interrupts {

    private Interrupts() {
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
