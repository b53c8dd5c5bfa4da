package io.focusgen.http.problem;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.MDC;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.spec.Violation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Names every request: with the client's {@code X-Request-Id} where that is harmless, else with a new one. The name comes
 * back in the answer, in problems and in the log.
 */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** What can neither break a log line nor a header; what looks like a secret is no name either. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final String KEY = "requestId";
    private static final String TRACE = "traceId";

    void register(@Observes Filters filters) {
        FilterOrder.REQUEST_ID.register(filters, RequestId::name);
    }

    /** The name of this request. */
    public static String of(RoutingContext exchange) {
        String id = exchange.get(KEY);
        if (id == null) {
            id = of(exchange.request());
            exchange.put(KEY, id);
        }
        return id;
    }

    /** Logs in the name of this request, on whatever thread. */
    public static void around(RoutingContext exchange, Runnable logging) {
        String trace = exchange.get(TRACE);
        with(KEY, of(exchange), trace == null ? logging : () -> with(TRACE, trace, logging));
    }

    /** Puts the name of this request, and that of its trace, into the fields of a line. */
    static void tell(RoutingContext exchange, Map<String, String> fields) {
        tell(of(exchange), fields);
        String trace = exchange.get(TRACE);
        if (trace != null) {
            fields.put(TRACE, trace);
        }
    }

    static void tell(String id, Map<String, String> fields) {
        fields.put(KEY, id);
    }

    /** Lines of this request name its trace from here on. */
    public static void traced(RoutingContext exchange, String trace) {
        exchange.put(TRACE, trace);
        MDC.put(TRACE, trace);
    }

    private static void with(String key, String value, Runnable logging) {
        Object before = MDC.get(key);
        MDC.put(key, value);
        try {
            logging.run();
        } finally {
            if (before == null) {
                MDC.remove(key);
            } else {
                MDC.put(key, before);
            }
        }
    }

    /** A name for a request that has none yet. */
    static String of(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && HARMLESS.matcher(given).matches() && Violation.echo(given).equals(given)
                ? given
                : UUID.randomUUID().toString();
    }

    /** What every answer says. */
    static void mark(HttpServerResponse response, String id) {
        response.putHeader(HEADER, id);
    }

    private static void name(RoutingContext exchange) {
        String id = of(exchange);
        MDC.put(KEY, id);
        // Again for a request that was sent on to another path, which clears its headers.
        mark(exchange.response(), id);
        exchange.next();
    }
}
