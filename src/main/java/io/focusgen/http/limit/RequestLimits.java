package io.focusgen.http.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.guard.Caller;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.streaming.Admission;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Places;
import io.focusgen.limit.Suspicion;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Lets in what its caller may ask for, before a body is read or anything is planned. */
@ApplicationScoped
public class RequestLimits {

    /** When one of its own streams ends only the caller may know. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Limits limits;
    private final Places places;
    private final Suspicion suspicion;
    private final Refusal refusal;

    RequestLimits(Limits limits, Places places, Suspicion suspicion, Refusal refusal) {
        this.limits = limits;
        this.places = places;
        this.suspicion = suspicion;
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        FilterOrder.REQUEST_LIMITS.register(filters, this::limit);
    }

    private void limit(RoutingContext exchange) {
        Optional<Counted> counted = CountedRequest.of(exchange);
        if (counted.isEmpty() || !limits.settings().on()) {
            exchange.next();
            return;
        }
        Caller caller = Caller.of(exchange);
        Duration wait = suspicion.waits(caller.id());
        if (!wait.isZero()) {
            suspicion.record(caller.id());
            limits.refused(counted.get());
            refusal.answer(exchange, ProblemType.ABNORMAL_USAGE_DETECTED, "You kept asking while you were refused",
                    suspicion.waits(caller.id()), List.of());
            return;
        }
        if (counted.get() == Counted.STREAMS && CountedRequest.carriesRows(exchange) && !hasPlace(exchange, caller)) {
            suspicion.record(caller.id());
            limits.refused(counted.get());
            int most = most(caller);
            LimitHeaders.tellAtOnce(exchange, most);
            refusal.answer(exchange, ProblemType.QUOTA_EXCEEDED,
                    "You have as many answers with rows under way as you may have at"
                            + " once, " + most,
                    ASK_AGAIN, List.of(LimitHeaders.AT_ONCE));
            return;
        }
        Context context = Vertx.currentContext();
        limits.take(caller.id(), caller.own(), counted.get(), 1).subscribe().with(
                decision -> on(context, () -> decided(exchange, caller, decision)),
                failure -> on(context, () -> exchange.fail(failure)));
    }

    /** Decisions of Redis, and those without it after a timeout, come on any thread. */
    private static void on(Context context, Runnable next) {
        if (Vertx.currentContext() == context) {
            next.run();
        } else {
            context.runOnContext(now -> next.run());
        }
    }

    private int most(Caller caller) {
        return caller.own().orElse(limits.settings().allowance()).streams();
    }

    /** A place is free again before the client can know that it has all. */
    private boolean hasPlace(RoutingContext exchange, Caller caller) {
        Optional<Runnable> place = places.take(caller.id(), most(caller));
        place.ifPresent(back -> {
            Admission.freeWith(exchange, back);
            exchange.addHeadersEndHandler(head -> {
                if (!Admission.streams(exchange)) {
                    back.run();
                }
            });
            exchange.addEndHandler(ended -> back.run());
        });
        return place.isPresent();
    }

    private void decided(RoutingContext exchange, Caller caller, Decision decision) {
        if (exchange.response().closed()) {
            return;
        }
        LimitHeaders.tell(exchange, decision);
        if (decision.admitted()) {
            exchange.next();
            return;
        }
        suspicion.record(caller.id());
        String over = String.join(" and ", decision.over(1).stream()
                .map(level -> level.window().limit() + " in any " + seconds(level.window().length().toSeconds()))
                .toList());
        refusal.answer(exchange, ProblemType.QUOTA_EXCEEDED, "You have asked as often as you may, " + over,
                longer(Duration.ofSeconds(decision.waitSeconds()), suspicion.waits(caller.id())),
                decision.over(1).stream().map(level -> level.window().name()).toList());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    static String seconds(long seconds) {
        return seconds % 3600 == 0
                ? seconds / 3600 + " h"
                : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
