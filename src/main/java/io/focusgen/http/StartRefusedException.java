package io.focusgen.http;

/** The service must not start as it is configured; the message is for the operator and says what to do. */
public final class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefusedException(String sentence) {
        super(sentence);
    }
}
