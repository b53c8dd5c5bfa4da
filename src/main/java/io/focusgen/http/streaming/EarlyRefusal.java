package io.focusgen.http.streaming;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.offer.Endpoint;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.Problems;
import io.focusgen.redis.AwaitedAnswers;
import io.focusgen.stream.EncoderLoad;
import io.focusgen.stream.Streams;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * While very much is refused for want of a slot, refuses before the parameters are looked at, and many at a time: reading
 * requests that cannot be served takes the time of those that are, and so does every change from making rows to refusing and
 * back. What a client may hold already is looked at all the same.
 */
@ApplicationScoped
public class EarlyRefusal {

    private final Admission admission;
    private final Problems problems;
    private final Streams streams;
    private final AwaitedAnswers awaited;
    private final Ending ending;
    private final Rests rests = new Rests(this::restIsOfUse);

    EarlyRefusal(Admission admission, Problems problems, Streams streams, AwaitedAnswers awaited,
            Ending ending) {
        this.admission = admission;
        this.problems = problems;
        this.streams = streams;
        this.awaited = awaited;
        this.ending = ending;
    }

    void register(@Observes Filters filters) {
        streams.whenNoneWaits(rests::end);
        FilterOrder.EARLY_REFUSAL.register(filters, this::refuse);
    }

    /**
     * Only where all threads have rows to make and more wait, so that nothing stands still meanwhile, and no answer of Redis is
     * outstanding, which has little time.
     */
    private boolean restIsOfUse() {
        if (awaited.any() || ending.begun() || !admission.refusesMany()) {
            return false;
        }
        EncoderLoad load = streams.load();
        return load.queued() > 0 && load.active() == load.threads();
    }

    private void refuse(RoutingContext exchange) {
        if (admission.besieged() && isForRows(exchange)) {
            rests.begin(((ConnectionBase) exchange.request().connection()).channel().eventLoop());
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
