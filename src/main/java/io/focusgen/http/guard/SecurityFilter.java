package io.focusgen.http.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.browser.SecurityHeaders;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Puts the {@link SecurityHeaders} into every answer to a request that can be read. */
@ApplicationScoped
public class SecurityFilter {

    /** Right behind the one that names requests, before all that may refuse one. */
    private static final int EARLY = 9_950;

    private final SecurityHeaders headers;

    SecurityFilter(SecurityHeaders headers) {
        this.headers = headers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::mark, EARLY);
    }

    private void mark(RoutingContext exchange) {
        headers.mark(exchange.request());
        exchange.next();
    }
}
