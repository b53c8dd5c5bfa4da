package io.focusgen.http.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.guard.Caller;
import io.focusgen.guard.key.ApiKey;
import io.focusgen.guard.session.Session;
import io.focusgen.guard.session.Sessions;
import io.focusgen.http.filter.WithoutRedis;
import io.focusgen.http.request.Body;
import io.focusgen.http.request.Given;
import io.focusgen.http.request.Query;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Spelling;
import io.focusgen.spec.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Trades a key for the cookie of a session, which a page need not keep and no script can read. */
@Path("/api/v1/session")
public class SessionResource {

    /** What a body may have. */
    private static final String KEY = "key";

    private final Gate gate;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Body body;
    private final ObjectMapper json;

    SessionResource(Gate gate, Sessions sessions, SessionCookies cookies, Body body, ObjectMapper json) {
        this.gate = gate;
        this.sessions = sessions;
        this.cookies = cookies;
        this.body = body;
        this.json = json;
    }

    /** Opens a session. */
    @POST
    public Uni<Response> open(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return body.read(exchange).map(given -> opened(Credentials.forSession(exchange.request(), given.read(
                values -> key(given))), exchange));
    }

    private static @Nullable String key(Given given) {
        List<Violation> violations = new ArrayList<>();
        List<String> found = new ArrayList<>();
        given.values().forEach((name, values) -> {
            if (Spelling.plain(name).equals(KEY) && values.size() == 1) {
                found.addAll(values);
            } else {
                violations.add(new Violation(name, null, "A body has " + KEY + ", once, and nothing else.", KEY));
            }
        });
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private Response opened(Optional<Credentials> shown, RoutingContext exchange) {
        if (shown.isPresent() && shown.get().kind() == Credentials.Kind.TOKEN && gate.takesTokens()) {
            throw Refusals
                    .unsuitable("A token of the identity provider opens no session, which would outlive it: send the"
                            + " token itself with each request, as Authorization: Bearer. A session is opened with an API key.");
        }
        if (!gate.takesKeys()) {
            throw Refusals.refused("A session is opened with an API key, and this service has none."
                    + (gate.takesTokens()
                            ? " Send the token of the identity provider with each request, as Authorization: Bearer."
                            : ""));
        }
        Credentials credentials = shown.filter(any -> any.kind() == Credentials.Kind.KEY)
                .orElseThrow(() -> Refusals.missing("an API key, as the member key of a JSON body or in a header"));
        ApiKey key = gate.key(credentials.text(), exchange);
        Instant now = Instant.now();
        Session session = sessions.open(key, now);
        HttpServerRequest request = exchange.request();
        return answer(document(key.caller(), session)).header("Set-Cookie", cookies.session(session, request, now))
                .header("Set-Cookie", cookies.token(session, request, now)).build();
    }

    /** Who asks. */
    @GET
    public Response get(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        return answer(document(Caller.of(exchange), Gate.session(exchange))).build();
    }

    /** Ends the session, if it is one. */
    @DELETE
    public Uni<Response> end(RoutingContext exchange) {
        Query.refuse(exchange.request().query());
        Session session = Gate.session(exchange);
        Uni<Void> ended = session == null
                ? Uni.createFrom().voidItem()
                : sessions.end(session, Instant.now(), !WithoutRedis.is(exchange));
        return ended.map(over -> Response.noContent().header("Cache-Control", "no-store")
                .header("Set-Cookie", cookies.noSession(exchange.request()))
                .header("Set-Cookie", cookies.noToken(exchange.request())).build());
    }

    private SessionDocument document(Caller caller, @Nullable Session session) {
        SessionDocument document = SessionDocument.of(caller);
        return session == null ? document : document.in(session.expires(), sessions.token(session));
    }

    private Response.ResponseBuilder answer(SessionDocument document) {
        try {
            return Response.ok(json.writeValueAsString(document)).header("Content-Type", "application/json")
                    .header("Cache-Control", "no-store");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document is plain text", impossible);
        }
    }
}
