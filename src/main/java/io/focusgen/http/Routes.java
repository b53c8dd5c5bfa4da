package io.focusgen.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.offer.ExportFile;
import io.focusgen.http.offer.TruthFile;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemPages;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.problem.Problems;
import io.focusgen.spec.Spelling;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What is not a resource: short names for operations, paths that there are not, methods that a path does not take, failures
 * on the way. The table of {@link Endpoint} decides before anybody else is asked, so that all paths behave alike.
 */
@ApplicationScoped
public class Routes {

    /** Behind all filters, before all resources. */
    private static final int FILTERED = -1_000;

    private static final int NO_CONTENT = 204;
    private static final int SEE_OTHER = 303;

    /** Where operations and, in development, the tools for it are. */
    private static final String OPERATIONS = "/q/";

    private final Problems problems;

    Routes(Problems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        FilterOrder.READABLE_PATH.register(filters, this::refuseUnreadable);
        FilterOrder.PATH_AND_METHOD.register(filters, this::refuseOther);
        FilterOrder.OPTIONS.register(filters, Routes::answerOptions);
    }

    void register(@Observes Router router) {
        reroute(router, Endpoint.HEALTH_FOR_SHORT, Endpoint.HEALTH);
        reroute(router, Endpoint.METRICS_FOR_SHORT, Endpoint.METRICS);
        // The page finds its parts beside itself, so that the browser has to know where it is.
        router.route(Endpoint.HOME.template()).order(FILTERED).handler(this::home);
        router.route(Endpoint.DOCS.template()).order(FILTERED).handler(exchange -> exchange.response()
                .setStatusCode(SEE_OTHER).putHeader("Location", Endpoint.SWAGGER_UI.template() + '/').end());
        router.route(Endpoint.METRICS.template()).order(FILTERED).handler(Routes::inTheUsualForm);
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        // Where somebody else's route is asked first about a path that cannot be decoded, it matches none at all.
        router.errorHandler(400, exchange -> problems.answer(exchange, 400, exchange.failure()));
    }

    /** People find the page; a program that asks here is told where it finds what it may look for. */
    private void home(RoutingContext exchange) {
        exchange.response().headers().add("Vary", "Accept");
        if (exchange.request().headers().getAll(HttpHeaders.ACCEPT).stream()
                .anyMatch(types -> types.toLowerCase(Locale.ROOT).contains("text/html"))) {
            exchange.response().setStatusCode(SEE_OTHER).putHeader(HttpHeaders.LOCATION, Endpoint.DOCS.template())
                    .end();
        } else {
            problems.answer(exchange, new Failure.Unknown(ProblemType.UNKNOWN_PATH,
                    "There is only a page for people here, which is sent where Accept has text/html. The description of"
                            + " the API is at " + Endpoint.OPENAPI.template() + ", what can be asked for at "
                            + Endpoint.CATALOG.template() + ".",
                    List.of(Endpoint.OPENAPI.template(), Endpoint.CATALOG.template(), Endpoint.DOCS.template()), null));
        }
    }

    /**
     * As elsewhere Accept changes nothing: metrics have another form too, and a 406 without a word for who asks for none of
     * the two as they are spelt there.
     */
    private static void inTheUsualForm(RoutingContext exchange) {
        String accept = exchange.request().getHeader("Accept");
        if (accept != null && !accept.contains("text/plain")) {
            exchange.request().headers().set("Accept", "text/plain");
        }
        exchange.next();
    }

    private static void reroute(Router router, Endpoint from, Endpoint to) {
        router.route(from.template()).order(FILTERED).handler(exchange -> exchange.reroute(to.template()));
    }

    private void failed(RoutingContext exchange) {
        problems.answer(exchange, exchange.statusCode() >= 400 ? exchange.statusCode() : 500, exchange.failure());
    }

    private void refuseUnreadable(RoutingContext exchange) {
        try {
            String unused = exchange.normalizedPath();
        } catch (IllegalArgumentException notEncoded) {
            problems.answer(exchange, 400, notEncoded);
            return;
        }
        exchange.next();
    }

    /**
     * Here, because operations would answer any method, as if it had done something, and much more than the table has:
     * below their paths, with a slash or two too many, with a part behind a semicolon.
     */
    private void refuseOther(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        String method = exchange.request().method().name();
        if (exchange.request().path().indexOf(';') >= 0) {
            // A resource is found without what stands behind a semicolon, and nothing that guards it is.
            problems.answer(exchange, problems.unknownPath(exchange));
            return;
        }
        Optional<Failure> failure = Endpoint.at(path).map(endpoint -> failure(endpoint, path, method))
                .orElseGet(() -> Endpoint.ours(path) ? Optional.of(problems.unknownPath(exchange)) : Optional.empty());
        if (failure.isEmpty() || ofDevelopment(path)) {
            exchange.next();
        } else {
            problems.answer(exchange, failure.get());
        }
    }

    /** The development page and what it loads: other paths every day. */
    private static boolean ofDevelopment(String path) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && path.startsWith(OPERATIONS)
                && Endpoint.at(path).isEmpty();
    }

    /** What does not exist takes no method at all, so say that first. */
    private static Optional<Failure> failure(Endpoint endpoint, String path, String method) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        try {
            if (endpoint == Endpoint.EXPORT) {
                ExportFile.named(name);
            } else if (endpoint == Endpoint.TRUTH) {
                TruthFile.named(name);
            } else if (endpoint == Endpoint.PROBLEM) {
                ProblemPages.named(name);
            }
        } catch (ProblemException unknown) {
            return Optional.of(unknown.failure());
        }
        List<String> allowed = endpoint.allowed();
        return allowed.contains(method)
                ? Optional.empty()
                : Optional.of(new Failure.WrongMethod(path, allowed, Spelling.nearest(method, allowed).orElse(null)));
    }

    /** The same for every path; libraries would each answer in their own way, or do what GET does. */
    private static void answerOptions(RoutingContext exchange) {
        Optional<Endpoint> endpoint = Endpoint.at(exchange.normalizedPath());
        if (endpoint.isPresent() && exchange.request().method().equals(HttpMethod.OPTIONS)) {
            exchange.response().setStatusCode(NO_CONTENT)
                    .putHeader("Allow", String.join(", ", endpoint.get().allowed())).end();
        } else {
            exchange.next();
        }
    }
}
