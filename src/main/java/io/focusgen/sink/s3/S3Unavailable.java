package io.focusgen.sink.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A call failed in a way that may pass: the server is busy or cannot be reached, or something got lost on the way. */
public final class S3Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    S3Unavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether there was not even a connection, so that nothing can have arrived. */
    public boolean isUnreachable() {
        Throwable cause = getCause();
        while (cause != null && !(cause instanceof ConnectException) && !(cause instanceof NoRouteToHostException)
                && !(cause instanceof UnknownHostException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    /** Whether there was a connection: an answer came, or it broke. A call that only took too long says nothing of it. */
    boolean provesConnection() {
        Throwable cause = isUnreachable() ? null : getCause();
        while (cause != null && !(cause instanceof AwsServiceException) && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
