package io.focusgen.job.webhook;

/** A receiver that must not be told; the message is for the client and says what is allowed. */
final class RefusedReceiverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedReceiverException(String message) {
        super(message);
    }
}
