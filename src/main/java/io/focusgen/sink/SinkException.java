package io.focusgen.sink;

import org.jspecify.annotations.Nullable;

/** A file could not be written or removed. The message is a sentence for who asked for it, without secrets. */
public final class SinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, so that failures can be told apart and counted. */
    public enum Kind {
        /** No room is left: the quota is used up, or the disk. */
        FULL,
        /** The file is larger than the sink can hold. */
        TOO_LARGE,
        /** The sink does not let us. */
        DENIED,
        /** The sink does not answer, or says that it cannot at the moment. May pass. */
        UNAVAILABLE,
        /** What was begun is not what the request makes, e.g. because another version of the program began it. */
        DIFFERENT,
        /** Anything else that the sink refused or did wrong. */
        FAILED
    }

    private final Kind kind;

    public SinkException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether what was begun is not what the request makes. */
    public static boolean isDifferent(Throwable thrown) {
        return thrown instanceof SinkException failure && failure.kind == Kind.DIFFERENT;
    }
}
