package io.focusgen.sink.s3;

/** A call failed in a way that may pass: the server is busy or cannot be reached, or something got lost on the way. */
public final class S3Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    S3Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
