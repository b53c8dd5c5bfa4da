package io.focusgen.sink.s3;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Tells failures of calls apart. */
final class S3Failures {

    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    /** Errors below 500, or within an answer of 200, that another attempt can do away with. */
    private static final Set<String> PASSING = Set.of("BadDigest", "RequestTimeout", "IncompleteBody", "SlowDown",
            "InternalError", "ServiceUnavailable", "XAmzContentSHA256Mismatch", "OperationAborted",
            "ConditionalRequestConflict");

    private S3Failures() {
    }

    /** What the SDK threw, as {@link S3Calls} fail with; what is ours already stays as it is. */
    static Throwable ofCall(String call, Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AwsServiceException answer) {
            return ofAnswer(call, answer);
        }
        if (cause instanceof ApiCallTimeoutException || cause instanceof ApiCallAttemptTimeoutException
                || cause instanceof AbortedException || cause instanceof IOException
                || cause instanceof SdkClientException && reason(cause) instanceof IOException
                || cause instanceof SdkClientException && reason(cause) instanceof TimeoutException) {
            return new S3Unavailable(call + ": no answer (" + reason(cause).getClass().getSimpleName() + ")", cause);
        }
        if (cause instanceof SdkClientException) {
            return new S3Refused(0, "", call + ": " + cause.getMessage(), cause);
        }
        return cause;
    }

    private static Throwable reason(Throwable thrown) {
        Throwable reason = thrown;
        while (reason.getCause() != null && reason.getCause() != reason && !(reason instanceof IOException)) {
            reason = reason.getCause();
        }
        return reason;
    }

    private static RuntimeException ofAnswer(String call, AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                ? ""
                : answer.awsErrorDetails().errorCode();
        int status = answer.statusCode();
        String message = call + ": " + status + " " + code;
        boolean passing = status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT
                || PASSING.contains(code);
        return passing ? new S3Unavailable(message, answer) : new S3Refused(status, code, message, answer);
    }

    /** As it is told to who asked for a file. */
    static Throwable ofFile(String name, String doing, Throwable thrown) {
        String could = name + " could not be " + doing + ": ";
        if (thrown instanceof S3Refused refused) {
            return refused.isDenial()
                    ? new SinkException(Kind.DENIED, could + "the bucket does not let us.", thrown)
                    : new SinkException(Kind.FAILED, could + "the bucket refused it.", thrown);
        }
        if (thrown instanceof S3Unavailable || thrown instanceof FaultToleranceException) {
            return new SinkException(Kind.UNAVAILABLE, could + "the bucket does not answer. Try again later.", thrown);
        }
        return thrown;
    }
}
