package io.focusgen.http;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.RequestMetrics.Outcome;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.offer.ExportFile;
import io.focusgen.http.problem.AccessLog;
import io.focusgen.http.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Counts every request for a data set when it is over, whoever has answered it: also those that no resource ever sees. */
@ApplicationScoped
public class ExportCounts {

    /** Marks an exchange whose rows failed on the way, where the status says 200 already. */
    private static final String FAILED = "focus.failed";

    private final RequestMetrics metrics;

    ExportCounts(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    /** Says that the rows of this exchange failed on the way. */
    static void failed(RoutingContext exchange) {
        exchange.put(FAILED, true);
    }

    void register(@Observes Filters filters) {
        FilterOrder.EXPORT_COUNTS.register(filters, this::follow);
    }

    private void follow(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (Endpoint.at(path).filter(endpoint -> endpoint == Endpoint.EXPORT).isPresent()
                && !exchange.request().method().equals(HttpMethod.OPTIONS)) {
            // Of one that there is not, others say so.
            ExportFile.find(path.substring(path.lastIndexOf('/') + 1))
                    .ifPresent(file -> exchange.addEndHandler(ended -> metrics.finished(file.dataset(), file.format(),
                            outcome(exchange, ended.succeeded()),
                            Duration.ofNanos(System.nanoTime() - AccessLog.started(exchange)))));
        }
        exchange.next();
    }

    private static Outcome outcome(RoutingContext exchange, boolean whole) {
        int status = exchange.response().getStatusCode();
        if (status == ProblemType.OVERLOADED.status()) {
            return Outcome.SHED;
        }
        if (status >= 500 || exchange.get(FAILED) != null) {
            return Outcome.FAILED;
        }
        if (!whole) {
            return Outcome.CANCELLED;
        }
        if (status == ProblemType.QUOTA_EXCEEDED.status()) {
            return Outcome.LIMITED;
        }
        return status == 304 || status == ProblemType.PRECONDITION_FAILED.status()
                ? Outcome.NOT_MODIFIED
                : status >= 400 ? Outcome.REFUSED : Outcome.OK;
    }
}
