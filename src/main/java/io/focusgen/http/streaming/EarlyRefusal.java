package io.focusgen.http.streaming;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.Problems;
import io.netty.util.concurrent.Future;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;

/**
 * While very much is refused for want of a slot, refuses before the parameters are looked at, and many at a time: reading
 * requests that cannot be served takes the time of those that are, and so does every change from making rows to refusing and
 * back. What a client may hold already is looked at all the same.
 */
@ApplicationScoped
public class EarlyRefusal {

    /**
     * Between two moments at which requests that wait for each other go on: several have come on a core by then, and nobody
     * who is refused notices.
     */
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Admission admission;
    private final Problems problems;

    EarlyRefusal(Admission admission, Problems problems) {
        this.admission = admission;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        FilterOrder.GATHERING.register(filters, this::gather);
        FilterOrder.EARLY_REFUSAL.register(filters, this::refuse);
    }

    /**
     * One that comes alone finds its code and data driven out of the processor's caches by the making of rows, and costs a
     * multiple of the next one. All have the same deadline, so that the event loop goes on with them one after the other.
     */
    private void gather(RoutingContext exchange) {
        if (!admission.besieged() || !isForRows(exchange)) {
            exchange.next();
            return;
        }
        ContextInternal context = (ContextInternal) Vertx.currentContext();
        // Each in its own context again: it has the fields of its log lines.
        Future<?> unused = context.nettyEventLoop().schedule(() -> context.runOnContext(gathered -> goOn(exchange)),
                untilTick(System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** Whoever has left meanwhile was seen to. */
    private static void goOn(RoutingContext exchange) {
        if (!exchange.response().closed()) {
            exchange.next();
        }
    }

    /** Nanoseconds to the next tick, 1 to {@link #TICK_NANOS}. @param now as {@link System#nanoTime()} has it */
    static long untilTick(long now) {
        return TICK_NANOS - Math.floorMod(now, TICK_NANOS);
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
