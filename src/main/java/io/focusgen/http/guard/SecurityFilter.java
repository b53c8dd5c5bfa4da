package io.focusgen.http.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.browser.SecurityHeaders;
import io.focusgen.http.filter.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Puts the {@link SecurityHeaders} into every answer to a request that can be read. */
@ApplicationScoped
public class SecurityFilter {

    private final SecurityHeaders headers;

    SecurityFilter(SecurityHeaders headers) {
        this.headers = headers;
    }

    void register(@Observes Filters filters) {
        FilterOrder.SECURITY_HEADERS.register(filters, this::mark);
    }

    private void mark(RoutingContext exchange) {
        headers.mark(exchange.request());
        exchange.next();
    }
}
