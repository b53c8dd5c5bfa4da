package io.focusgen.job;

/** Ends the work at a job that was stopped; the reason stands elsewhere. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped", null, false, false);
    }
}
