package io.focusgen.http.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.ExportHeader;
import io.focusgen.http.browser.Origins;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells browsers which pages of others may read an answer. It only adds headers: so that a problem can be read like any other
 * answer, it comes before those who refuse; what a page may do is for {@link CrossSite} to say.
 */
@ApplicationScoped
public class Cors {

    private static final String MOST_AGE = "600";

    /** Beside those that a page may always send. */
    private static final String SENT = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range,"
            + " Last-Event-ID, Range, X-API-Key, X-CSRF-Token, X-Request-Id";

    /** Beside those that a page may always read; a star would mean itself where there are credentials. */
    private static final String READ = Stream.concat(
            Arrays.stream(ExportHeader.values()).map(ExportHeader::label),
            Stream.of("Accept-Ranges", "Allow", "Content-Length", "Content-Range", "Idempotency-Replayed", "Location",
                    "RateLimit", "RateLimit-Mode", "RateLimit-Policy", "Retry-After", "WWW-Authenticate",
                    "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id"))
            .distinct().sorted().collect(Collectors.joining(", "));

    private final Origins origins;

    Cors(Origins origins) {
        this.origins = origins;
    }

    void register(@Observes Filters filters) {
        if (origins.some()) {
            FilterOrder.CORS.register(filters, this::tell);
        }
    }

    private void tell(RoutingContext exchange) {
        MultiMap answer = exchange.response().headers();
        List<String> given = exchange.request().headers().getAll("Origin");
        String origin = given.size() == 1 ? given.get(0) : "";
        if (origins.any()) {
            answer.set("Access-Control-Allow-Origin", "*");
        } else {
            answer.set("Vary", "Origin");
            if (!origins.listed(origin)) {
                exchange.next();
                return;
            }
            answer.set("Access-Control-Allow-Origin", origin).set("Access-Control-Allow-Credentials", "true");
        }
        if (exchange.request().method().equals(HttpMethod.OPTIONS)
                && exchange.request().headers().contains("Access-Control-Request-Method")) {
            preflight(exchange, answer);
        } else {
            answer.set("Access-Control-Expose-Headers", READ);
        }
        exchange.next();
    }

    /** The answer itself is that to any OPTIONS. */
    private static void preflight(RoutingContext exchange, MultiMap answer) {
        Optional<Endpoint> endpoint = Endpoint.at(exchange.normalizedPath());
        endpoint.ifPresent(found -> answer.set("Access-Control-Allow-Methods", String.join(", ", found.methods()))
                .set("Access-Control-Allow-Headers", SENT).set("Access-Control-Max-Age", MOST_AGE));
    }
}
