package io.focusgen.http;

import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.guard.Caller;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The last word on who may keep an answer, in one place for all of them: what a caller gets under a name is for that caller's
 * own cache, no problem is kept, and what says nothing of caches is not kept either.
 */
@ApplicationScoped
public class CachingRules {

    private static final String NOT_KEPT = "no-store";

    /** Kept, and asked for again each time. */
    private static final String ASKED_EACH_TIME = "no-cache";

    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";
    private static final int FIRST_PROBLEM = 400;

    void register(@Observes Filters filters) {
        FilterOrder.CACHING_RULES.register(filters, exchange -> {
            exchange.addHeadersEndHandler(none -> apply(exchange));
            exchange.next();
        });
    }

    private static void apply(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        if (exchange.response().getStatusCode() >= FIRST_PROBLEM) {
            // The path may be what is wrong.
            headers.set(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
            return;
        }
        String given = headers.get(HttpHeaders.CACHE_CONTROL);
        Optional<Endpoint> endpoint = Endpoint.at(exchange.normalizedPath());
        if (given == null || endpoint.equals(Optional.of(Endpoint.SWAGGER_UI))) {
            // The page of another version would not fit its scripts.
            boolean openapi = endpoint.equals(Optional.of(Endpoint.OPENAPI));
            headers.set(HttpHeaders.CACHE_CONTROL, openapi ? ASKED_EACH_TIME : NOT_KEPT);
            if (openapi) {
                headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            }
        } else if (Caller.of(exchange).kind() != Caller.Kind.ADDRESS) {
            headers.set(HttpHeaders.CACHE_CONTROL, forOneCaller(given));
        }
    }

    /** The same for the caller's own cache, and for no other. */
    static String forOneCaller(String cacheControl) {
        return cacheControl.toLowerCase(Locale.ROOT).startsWith(PUBLIC)
                ? PRIVATE + cacheControl.substring(PUBLIC.length())
                : cacheControl;
    }
}
