package io.focusgen.http;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.offer.ExportFile;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.Problems;
import io.focusgen.spec.Spelling;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What is not a resource: short names for operations, methods that a path does not take, failures on the way. */
@ApplicationScoped
public class Routes {

    /** Behind those that name and log requests and look at their bodies. */
    private static final int LAST = 8_000;

    /** Behind all filters, before all resources. */
    private static final int FILTERED = -1_000;

    private static final int SEE_OTHER = 303;

    private final Problems problems;

    Routes(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseOtherMethods, LAST);
    }

    void register(@Observes Router router) {
        reroute(router, Endpoint.HEALTH_FOR_SHORT, Endpoint.HEALTH);
        reroute(router, Endpoint.METRICS_FOR_SHORT, Endpoint.METRICS);
        // The page finds its parts beside itself, so that the browser has to know where it is.
        router.route(Endpoint.DOCS.template()).order(FILTERED).handler(exchange -> exchange.response()
                .setStatusCode(SEE_OTHER).putHeader("Location", Endpoint.SWAGGER_UI.template() + '/').end());
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        // A path that cannot be decoded matches no route at all, not even the one above.
        router.errorHandler(400, exchange -> problems.answer(exchange, 400, exchange.failure()));
    }

    private static void reroute(Router router, Endpoint from, Endpoint to) {
        router.route(from.template()).order(FILTERED).handler(exchange -> exchange.reroute(to.template()));
    }

    private void failed(RoutingContext exchange) {
        problems.answer(exchange, exchange.statusCode() >= 400 ? exchange.statusCode() : 500, exchange.failure());
    }

    /** Here, because operations would answer any method, as if it had done something. */
    private void refuseOtherMethods(RoutingContext exchange) {
        String path = String.valueOf(exchange.request().path());
        String method = exchange.request().method().name();
        Optional<Endpoint> endpoint = Endpoint.at(path);
        if (endpoint.isEmpty() || endpoint.get().allowed().contains(method)) {
            exchange.next();
        } else {
            problems.answer(exchange, failure(endpoint.get(), path, method));
        }
    }

    /** A file that does not exist takes no method at all, so say that instead. */
    private static Failure failure(Endpoint endpoint, String path, String method) {
        if (endpoint == Endpoint.EXPORT) {
            try {
                ExportFile.named(path.substring(ExportFile.FOLDER.length()));
            } catch (ProblemException unknown) {
                return unknown.failure();
            }
        }
        List<String> allowed = endpoint.allowed();
        return new Failure.WrongMethod(path, allowed, Spelling.nearest(method, allowed).orElse(null));
    }
}
