package io.focusgen.http;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Names every request: with the client's {@code X-Request-Id} where that is harmless, else with a new one. The name comes
 * back in the answer, in problems and in the log.
 */
@ApplicationScoped
public class RequestId {

    static final String HEADER = "X-Request-Id";

    /** Before everything, so that whatever fails has a name. */
    private static final int FIRST = 10_000;

    /** What can neither break a log line nor a header. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final String KEY = "requestId";

    void register(@Observes Filters filters) {
        filters.register(RequestId::name, FIRST);
    }

    /** The name of this request. */
    static String of(RoutingContext exchange) {
        String id = exchange.get(KEY);
        return id != null ? id : name(exchange, exchange.request().getHeader(HEADER));
    }

    private static void name(RoutingContext exchange) {
        MDC.put(KEY, of(exchange));
        exchange.next();
    }

    private static String name(RoutingContext exchange, @Nullable String given) {
        String id = given != null && HARMLESS.matcher(given).matches() ? given : UUID.randomUUID().toString();
        exchange.put(KEY, id);
        exchange.response().putHeader(HEADER, id).putHeader("X-Content-Type-Options", "nosniff");
        return id;
    }
}
