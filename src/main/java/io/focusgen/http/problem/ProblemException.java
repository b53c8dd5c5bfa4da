package io.focusgen.http.problem;

/** Ends a request with a {@link Failure}. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ProblemException(Failure failure) {
        // Nobody looks for the place in the code: the client is told what is wrong with the request.
        super(failure.detail(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
