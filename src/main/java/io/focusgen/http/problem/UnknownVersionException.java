package io.focusgen.http.problem;

/** A request line whose last word is no version of the protocol that is spoken here. */
public final class UnknownVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a stack trace: it says what a client has sent. */
    public UnknownVersionException() {
        super("The version of the protocol is HTTP/1.1 or HTTP/1.0.", null, false, false);
    }
}
