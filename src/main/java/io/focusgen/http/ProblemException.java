package io.focusgen.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that is no fault of its parameters. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient @Nullable List<String> allowed;
    private final @Nullable String nearest;

    ProblemException(ProblemType type, String detail, @Nullable List<String> allowed, @Nullable String nearest) {
        super(detail);
        this.type = type;
        this.allowed = allowed;
        this.nearest = nearest;
    }

    ProblemType type() {
        return type;
    }

    Problem problem(String requestId) {
        return new Problem(type.path(), type.title(), type.status(), String.valueOf(getMessage()), requestId, allowed,
                nearest, null);
    }
}
