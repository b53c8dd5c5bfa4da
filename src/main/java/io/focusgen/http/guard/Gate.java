package io.focusgen.http.guard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.guard.Access;
import io.focusgen.guard.AccessConfig;
import io.focusgen.guard.Caller;
import io.focusgen.guard.LoginObserver;
import io.focusgen.guard.Scope;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.key.Fingerprint;
import io.focusgen.guard.key.KeyRing;
import io.focusgen.guard.key.KeyText;
import io.focusgen.guard.oidc.OidcSettings;
import io.focusgen.guard.oidc.RefusedTokenException;
import io.focusgen.guard.oidc.TokenCallers;
import io.focusgen.guard.session.Session;
import io.focusgen.guard.session.Sessions;
import io.focusgen.http.filter.WithoutRedis;
import io.focusgen.http.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Finds out who asks. */
@Singleton
class Gate {

    private static final String SESSION = "focus.session";

    private static final Set<Scope> ALL = Set.of(Scope.values());

    private final Access access;
    private final KeyRing keys;
    private final Sessions sessions;
    private final OidcSettings tokenSettings;
    private final TokenCallers tokens;
    private final SessionCookies cookies;
    private final Instance<LoginObserver> observers;

    Gate(AccessConfig config, KeyRing keys, Sessions sessions, OidcSettings tokenSettings, TokenCallers tokens,
            SessionCookies cookies, @Any Instance<LoginObserver> observers) {
        this.access = Access.of(config, keys.configured() || tokenSettings.configured());
        this.keys = keys;
        this.sessions = sessions;
        this.tokenSettings = tokenSettings;
        this.tokens = tokens;
        this.cookies = cookies;
        this.observers = observers;
    }

    /**
     * Who asks.
     *
     * @return fails with a {@link ProblemException} where that is not known, or cannot be found out
     * @throws ProblemException the same, where it is known at once
     */
    Uni<Caller> caller(RoutingContext exchange) {
        Optional<Credentials> shown = Credentials.of(exchange.request());
        if (access != Access.IDENTIFIED) {
            refuseWhereNoneIsTaken(shown, exchange);
            Caller anybody = Caller.of(exchange);
            return Uni.createFrom().item(access == Access.OWNER ? anybody.with(ALL) : anybody);
        }
        Credentials credentials = shown.orElseThrow(() -> Refusals.missing(wanted()));
        return switch (credentials.kind()) {
            case KEY -> Uni.createFrom().item(key(credentials.text(), exchange).caller());
            case SESSION -> ofSession(credentials.text(), exchange);
            case TOKEN -> ofToken(credentials.text(), exchange);
            case OTHER -> throw failed(exchange, "Authorization takes Bearer, followed by " + wanted() + ".");
        };
    }

    /** Cookies may be left from other days, and another Authorization may be for a proxy; a key was meant for us. */
    private void refuseWhereNoneIsTaken(Optional<Credentials> shown, RoutingContext exchange) {
        if (shown.isPresent() && shown.get().kind() == Credentials.Kind.KEY) {
            throw failed(exchange, "This service has no API keys; ask without one.");
        }
    }

    private String wanted() {
        String token = tokenSettings.configured() ? "a token of the identity provider" : "";
        String key = keys.configured() ? "an API key" : "";
        return key + (key.isEmpty() || token.isEmpty() ? "" : " or ") + token;
    }

    /**
     * The key of this text.
     *
     * @throws ProblemException where there is none
     */
    ApiKey key(String text, RoutingContext exchange) {
        if (!KeyText.isWellFormed(text)) {
            throw failed(exchange, "What was sent is no API key: part of it is missing or mistyped.");
        }
        Instant now = Instant.now();
        Fingerprint fingerprint = Fingerprint.of(text);
        return keys.find(fingerprint, now).orElseThrow(() -> failed(exchange, keys.expired(fingerprint, now)
                ? "The API key has expired."
                : "The API key is not one of this service, or not any more."));
    }

    /** Whether whoever gets here is taken for the owner of the machine. */
    boolean letsOwnerIn() {
        return access == Access.OWNER;
    }

    /** Whether nobody gets in without being known. */
    boolean identifies() {
        return access == Access.IDENTIFIED;
    }

    /** Whether callers are known here by a key. */
    boolean takesKeys() {
        return keys.configured();
    }

    /** Whether callers are known here by a token of an identity provider. */
    boolean takesTokens() {
        return tokenSettings.configured();
    }

    private Uni<Caller> ofSession(String cookie, RoutingContext exchange) {
        String forgotten = cookies.noSession(exchange.request());
        Session session = sessions.read(cookie).orElseThrow(() -> {
            tell(exchange);
            return Refusals.over("The cookie was not made by this service, or its SECRET_KEY has changed.", forgotten);
        });
        // Redis may have to be asked: nothing of the body may be lost meanwhile.
        exchange.request().pause();
        return sessions.caller(session, Instant.now(), () -> WithoutRedis.remember(exchange)).map(found -> {
            Caller caller = found.orElseThrow(
                    () -> Refusals.over("The session is over, or its key is not good any more.", forgotten));
            exchange.put(SESSION, session);
            return caller;
        });
    }

    private Uni<Caller> ofToken(String token, RoutingContext exchange) {
        if (!tokenSettings.configured()) {
            throw failed(exchange, "What was sent is no API key; those begin with " + KeyText.PREFIX + ".");
        }
        if (!TokenCallers.isWellFormed(token)) {
            throw failed(exchange, "What was sent is neither an API key nor a signed JSON Web Token.");
        }
        // The keys of the provider may have to be asked for: nothing of the body may be lost meanwhile.
        exchange.request().pause();
        return tokens.caller(token, exchange).onFailure().transform(failure -> failure instanceof RefusedTokenException
                ? failed(exchange, "The token lets nobody in: " + failure.getMessage() + ".")
                : Refusals.unchecked());
    }

    private ProblemException failed(RoutingContext exchange, String why) {
        tell(exchange);
        return Refusals.refused(why);
    }

    private void tell(RoutingContext exchange) {
        String address = Caller.of(exchange).id();
        observers.forEach(observer -> observer.failed(address));
    }

    /** The session by whose cookie this request came in, or null. */
    static @Nullable Session session(RoutingContext exchange) {
        return exchange.get(SESSION);
    }

    /** Whether the page of this session has meant the request: it carries the session's token twice. */
    boolean isMeant(RoutingContext exchange, Session session) {
        List<String> twin = Cookies.of(exchange.request(), SessionCookies.TOKEN_COOKIE);
        String sent = exchange.request().getHeader(SessionCookies.TOKEN_HEADER);
        return sent != null && twin.size() == 1 && sessions.isToken(session, sent)
                && sessions.isToken(session, twin.get(0));
    }
}
