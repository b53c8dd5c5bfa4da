package io.focusgen.http.streaming;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * While very much is refused for want of a slot, refuses before the parameters are looked at: reading requests that cannot be
 * served takes the time of those that are. What a client may hold already is looked at all the same.
 */
@ApplicationScoped
public class EarlyRefusal {

    private final Admission admission;
    private final Problems problems;

    EarlyRefusal(Admission admission, Problems problems) {
        this.admission = admission;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        FilterOrder.EARLY_REFUSAL.register(filters, this::refuse);
    }

    private void refuse(RoutingContext exchange) {
        if (admission.besieged() && isForRows(exchange)) {
            admission.countShed();
            problems.answer(exchange, new Failure.Overloaded(Admission.RETRY_AFTER, false));
        } else {
            exchange.next();
        }
    }

    private static boolean isForRows(RoutingContext exchange) {
        if (!exchange.request().method().equals(HttpMethod.GET)
                || exchange.request().headers().contains("If-None-Match")) {
            return false;
        }
        Optional<Endpoint> endpoint = Endpoint.at(exchange.normalizedPath());
        return endpoint.isPresent() && endpoint.get().ofDataset() && endpoint.get() != Endpoint.PREVIEW;
    }
}
