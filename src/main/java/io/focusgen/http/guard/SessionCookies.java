package io.focusgen.http.guard;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import io.focusgen.guard.session.Session;
import io.focusgen.guard.session.Sessions;
import io.focusgen.http.browser.SecurityHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Writes the two cookies of a session: one that no script can read, and one for the page to copy. */
@Singleton
class SessionCookies {

    static final String TOKEN_COOKIE = "focus-csrf";
    static final String TOKEN_HEADER = "X-CSRF-Token";

    private final Sessions sessions;
    private final SecurityHeaders security;

    SessionCookies(Sessions sessions, SecurityHeaders security) {
        this.sessions = sessions;
        this.security = security;
    }

    String session(Session session, HttpServerRequest request, Instant now) {
        return cookie(Credentials.SESSION_COOKIE, sessions.cookie(session), age(session, now), true, request);
    }

    String token(Session session, HttpServerRequest request, Instant now) {
        return cookie(TOKEN_COOKIE, sessions.token(session), age(session, now), false, request);
    }

    /** What makes a browser forget it. */
    String noSession(HttpServerRequest request) {
        return cookie(Credentials.SESSION_COOKIE, "", 0, true, request);
    }

    String noToken(HttpServerRequest request) {
        return cookie(TOKEN_COOKIE, "", 0, false, request);
    }

    private static long age(Session session, Instant now) {
        return Math.max(0, Duration.between(now, session.expires()).toSeconds());
    }

    private String cookie(String name, String value, long age, boolean hidden, HttpServerRequest request) {
        return name + "=" + value + "; Path=/; Max-Age=" + age + "; SameSite=Strict" + (hidden ? "; HttpOnly" : "")
                + (security.https(request) ? "; Secure" : "");
    }
}
