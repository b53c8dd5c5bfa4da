package io.focusgen.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What is not a resource: short names for operations, bodies too large to look at, failures on the way to a resource. */
@ApplicationScoped
public class Routes {

    /** Behind {@link RequestId}, before the server's own limit, which would answer without an explanation. */
    private static final int SECOND = 9_000;

    private final Problems problems;
    private final long mostBodyBytes;

    Routes(Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBodyBytes) {
        this.problems = problems;
        this.mostBodyBytes = mostBodyBytes.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, SECOND);
    }

    void register(@Observes Router router) {
        router.get("/health").order(Integer.MIN_VALUE).handler(exchange -> exchange.reroute("/q/health"));
        router.get("/metrics").order(Integer.MIN_VALUE).handler(exchange -> exchange.reroute("/q/metrics"));
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        // A path that cannot be decoded matches no route at all, not even the one above.
        router.errorHandler(400, exchange -> problems.answer(exchange, 400, exchange.failure()));
    }

    private void failed(RoutingContext exchange) {
        problems.answer(exchange, exchange.statusCode() >= 400 ? exchange.statusCode() : 500, exchange.failure());
    }

    private void refuseLargeBody(RoutingContext exchange) {
        String length = exchange.request().getHeader("Content-Length");
        if (length == null || Long.parseLong(length) <= mostBodyBytes) {
            exchange.next();
            return;
        }
        // What follows on the connection is the body that nobody will read.
        exchange.response().putHeader("Connection", "close");
        exchange.addEndHandler(ended -> exchange.request().connection().close());
        problems.answer(exchange, 413, null);
    }
}
