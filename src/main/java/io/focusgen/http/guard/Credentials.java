package io.focusgen.http.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.focusgen.guard.key.KeyText;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;

/**
 * What a request shows to say who asks.
 *
 * @param kind what it is
 * @param text of it, without what it is named by
 */
record Credentials(Kind kind, String text) {

    static final String SESSION_COOKIE = "focus-session";
    static final String KEY_HEADER = "X-API-Key";

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "bearer ";

    /** What can be shown. */
    enum Kind {
        KEY,
        TOKEN,
        SESSION,
        /** An Authorization that is none of ours. */
        OTHER
    }

    /** One of them, and where it stands. */
    private record Found(String place, Credentials credentials) {
    }

    /**
     * The one that a request has; empty where it has none.
     *
     * @throws ProblemException where it has two that differ
     */
    static Optional<Credentials> of(HttpServerRequest request) {
        List<Found> all = new ArrayList<>(inHeaders(request));
        for (String value : Cookies.of(request, SESSION_COOKIE)) {
            all.add(new Found("the cookie " + SESSION_COOKIE, new Credentials(Kind.SESSION, value)));
        }
        return only(all);
    }

    /** The key that a request has in a header or, else, in its body, for which a session is opened. */
    static Optional<Credentials> forSession(HttpServerRequest request, @Nullable String inBody) {
        List<Found> all = new ArrayList<>(inHeaders(request));
        if (inBody != null) {
            all.add(new Found("the body", new Credentials(Kind.KEY, inBody)));
        }
        return only(all);
    }

    private static List<Found> inHeaders(HttpServerRequest request) {
        List<Found> found = new ArrayList<>();
        for (String value : request.headers().getAll(AUTHORIZATION)) {
            found.add(new Found(AUTHORIZATION, authorization(value.strip())));
        }
        for (String value : request.headers().getAll(KEY_HEADER)) {
            found.add(new Found(KEY_HEADER, new Credentials(Kind.KEY, value.strip())));
        }
        return found;
    }

    private static Credentials authorization(String value) {
        if (!value.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return new Credentials(Kind.OTHER, value);
        }
        String text = value.substring(BEARER.length()).strip();
        return new Credentials(text.startsWith(KeyText.PREFIX) ? Kind.KEY : Kind.TOKEN, text);
    }

    private static Optional<Credentials> only(List<Found> all) {
        List<Found> different = new ArrayList<>();
        for (Found one : all) {
            if (different.stream().noneMatch(other -> other.credentials().equals(one.credentials()))) {
                different.add(one);
            }
        }
        if (different.size() > 1) {
            throw new ProblemException(new Failure.Told(ProblemType.CONFLICTING_CREDENTIALS,
                    "The request has different credentials, in "
                            + String.join(" and ", different.stream().map(Found::place).toList()) + "; send one.",
                    null));
        }
        return different.stream().map(Found::credentials).findFirst();
    }

    /** Never what it is. */
    @Override
    public String toString() {
        return kind.name();
    }
}
