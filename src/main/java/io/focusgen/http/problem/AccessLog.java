package io.focusgen.http.problem;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.spec.Violation;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * One line per request, when it is over: method, target (at most 100 characters of it), status, bytes, milliseconds, and
 * whether the connection broke. Operations that machines ask every few seconds stand at DEBUG.
 */
@ApplicationScoped
public class AccessLog {

    /** The name to configure, as in {@code quarkus.log.category."io.focusgen.access".level}. */
    static final String CATEGORY = "io.focusgen.access";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final List<String> OPERATIONS = List.of("/q/", "/health", "/metrics");

    private static final String FOLLOWED = "focus.followed";

    void register(@Observes Filters filters) {
        FilterOrder.ACCESS_LOG.register(filters, AccessLog::follow);
    }

    private static void follow(RoutingContext exchange) {
        if (exchange.get(FOLLOWED) != null) {
            // Sent on to another path.
            exchange.next();
            return;
        }
        exchange.put(FOLLOWED, true);
        long start = System.nanoTime();
        exchange.addEndHandler(ended -> RequestId.around(exchange,
                () -> log(exchange.request(), System.nanoTime() - start, ended.succeeded() ? "" : ", broken off")));
        exchange.next();
    }

    /** A request that was answered before any router saw it. */
    static void unreadable(HttpServerRequest request, String requestId) {
        RequestId.around(requestId, () -> log(request, 0, ", unreadable"));
    }

    private static void log(HttpServerRequest request, long nanos, String end) {
        String target = Violation.echo(String.valueOf(request.uri()));
        Logger.Level level = OPERATIONS.stream().anyMatch(target::startsWith) ? Logger.Level.DEBUG : Logger.Level.INFO;
        HttpServerResponse response = request.response();
        String status = response.headWritten() ? Integer.toString(response.getStatusCode()) : "unanswered";
        LOG.logf(level, "%s %s %s, %d bytes in %d ms%s", Violation.echo(request.method().name()), target, status,
                response.bytesWritten(), TimeUnit.NANOSECONDS.toMillis(nanos), end);
    }
}
