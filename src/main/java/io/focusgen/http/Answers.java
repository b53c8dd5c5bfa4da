package io.focusgen.http;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.ResolvedSpec;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** What all answers about data sets have in common. */
public final class Answers {

    private static final SecureRandom CHANCE = new SecureRandom();

    private Answers() {
    }

    /** What a request takes from the clock and from chance. */
    public static Defaults defaults() {
        return new Defaults(YearMonth.now(ZoneOffset.UTC).minusMonths(1), CHANCE::nextLong);
    }

    static Response ok(Map<ExportHeader, String> headers, @Nullable Object body) {
        return answer(Response.Status.OK, headers, body);
    }

    /** The client has it already; what that means depends on the method (RFC 9110, section 13.1.2). */
    static Response held(RoutingContext exchange, Map<ExportHeader, String> headers) {
        if (exchange.request().method().equals(HttpMethod.POST)) {
            throw new ProblemException(new Failure.Plain(ProblemType.PRECONDITION_FAILED));
        }
        return answer(Response.Status.NOT_MODIFIED, headers, null);
    }

    /**
     * Whether {@code If-None-Match: *} is about something: of what chance makes anew for each request nothing is there before
     * it is asked for. What else is asked for is there if it can be made, which only a plan or an earlier one can say.
     */
    static boolean heldWhatever(@Nullable String ifNoneMatch, ResolvedSpec resolved) {
        return EntityTags.any(ifNoneMatch) && !resolved.seedFromChance();
    }

    private static Response answer(Response.Status status, Map<ExportHeader, String> headers, @Nullable Object body) {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        headers.forEach((header, value) -> response.header(header.label(), value));
        return response.build();
    }
}
