package io.focusgen.http.limit;

import java.util.Optional;

import io.focusgen.http.offer.Endpoint;
import io.focusgen.limit.Counted;
import io.vertx.ext.web.RoutingContext;

/** What is counted of which request. */
public final class CountedRequest {

    private CountedRequest() {
    }

    /** What a request with this method is counted as; nothing for pages, problems and operations. */
    public static Optional<Counted> of(Endpoint endpoint, String method) {
        if (method.equals(Endpoint.OPTIONS)) {
            return Optional.empty();
        }
        return switch (endpoint) {
            case EXPORT, PRICE_LIST, PRICE_LIST_AS_CSV, TRUTH, BUNDLE -> Optional.of(Counted.STREAMS);
            case JOBS -> Optional.of(method.equals("POST") ? Counted.STREAMS : Counted.QUERIES);
            case PREVIEW, CATALOG, JOB, JOB_EVENTS, JOB_FILE, SESSION, CACHE, CACHE_STATS, FIGURES ->
                Optional.of(Counted.QUERIES);
            case HOME, DOCS, PROBLEMS, PROBLEM, HEALTH, READY, LIVE, STARTED, METRICS, OPENAPI, SWAGGER_UI,
                    HEALTH_FOR_SHORT,
                    HEALTH_IN_DETAIL, METRICS_FOR_SHORT ->
                Optional.empty();
        };
    }

    /** As {@link #of(Endpoint, String)}; nothing for a path that there is not. */
    static Optional<Counted> of(RoutingContext exchange) {
        return Endpoint.at(exchange.normalizedPath())
                .flatMap(endpoint -> of(endpoint, exchange.request().method().name()));
    }
}
