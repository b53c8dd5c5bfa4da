package io.focusgen.http.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what can be refused before anybody looks closer: headers that two servers may read differently, bodies announced
 * as too large, and bodies of methods that have none.
 */
@ApplicationScoped
public class RequestBounds {

    /** What else stands in a request line is served as if it were one of these, and echoed. */
    private static final Set<HttpVersion> VERSIONS = EnumSet.allOf(HttpVersion.class);

    private final Problems problems;
    private final long mostBytes;

    RequestBounds(Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.problems = problems;
        this.mostBytes = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        FilterOrder.AMBIGUOUS_HEAD.register(filters, this::refuseAmbiguous);
        FilterOrder.LARGE_BODY.register(filters, this::refuseLarge);
        FilterOrder.UNEXPECTED_BODY.register(filters, this::refuseUnexpected);
    }

    private void refuseAmbiguous(RoutingContext exchange) {
        MultiMap headers = exchange.request().headers();
        if (headers.contains("") || headers.getAll("Host").size() > 1) {
            problems.answer(exchange, new Failure.Unreadable(ProblemType.MALFORMED_REQUEST,
                    "A header has no name, or there are several Host headers.", null, true));
        } else if (!VERSIONS.contains(exchange.request().version())) {
            problems.answer(exchange, new Failure.Unreadable(ProblemType.MALFORMED_REQUEST,
                    "The version of the protocol is HTTP/1.1 or HTTP/1.0.", null, true));
        } else if (!framedAsWeRead(exchange.request())) {
            problems.answer(exchange, new Failure.Unreadable(ProblemType.MALFORMED_REQUEST,
                    "Transfer-Encoding may be chunked, once, in HTTP/1.1, and nothing else.", null, true));
        } else {
            exchange.next();
        }
    }

    /** The server reads any Transfer-Encoding as chunked or, where that is not the last word, as none. */
    private static boolean framedAsWeRead(HttpServerRequest request) {
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        return codings.isEmpty() || codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked")
                && request.version() != HttpVersion.HTTP_1_0;
    }

    private void refuseLarge(RoutingContext exchange) {
        if (length(exchange.request()) > mostBytes) {
            problems.answer(exchange, new Failure.Unreadable(ProblemType.CONTENT_TOO_LARGE,
                    "The body has " + length(exchange.request()) + " bytes; at most " + mostBytes + " are read.", null,
                    true));
        } else {
            exchange.next();
        }
    }

    /** Its parameters would be overlooked without a word. */
    private void refuseUnexpected(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        boolean body = length(request) > 0 || request.headers().contains("Transfer-Encoding");
        if (body && !request.method().name().equals("POST")) {
            problems.answer(exchange, new Failure.Unreadable(ProblemType.UNEXPECTED_BODY,
                    request.method() + " takes no body; send it with POST.", null, true));
        } else {
            exchange.next();
        }
    }

    /** The server has checked that it is a number of at most 63 bits. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length.strip());
    }
}
