package io.focusgen.stream;

/** Where the service and the command line get what plans data sets. */
public final class Exports {

    private Exports() {
    }

    /** Plans with the built-in engine. */
    public static ExportOpener opener() {
        // ENGINE: the one line that names the planner, for the service and the command line alike.
        return spec -> {
            throw new IllegalStateException("engine not wired");
        };
    }
}
