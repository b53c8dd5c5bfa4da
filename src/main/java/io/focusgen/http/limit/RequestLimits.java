package io.focusgen.http.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.focusgen.guard.Caller;
import io.focusgen.http.filter.FilterOrder;
import io.focusgen.http.filter.WithoutRedis;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.streaming.Admission;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.focusgen.limit.Places;
import io.focusgen.limit.Suspicion;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Lets in what its caller may ask for, before a body is read or anything is planned. */
@ApplicationScoped
public class RequestLimits {

    /** An advice, no promise: when one of the answers under way ends is not known here. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Limits limits;
    private final Places places;
    private final Suspicion suspicion;
    private final Refusal refusal;
    private final Returns returns;

    RequestLimits(Limits limits, Places places, Suspicion suspicion, Refusal refusal, Returns returns) {
        this.limits = limits;
        this.places = places;
        this.suspicion = suspicion;
        this.refusal = refusal;
        this.returns = returns;
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
        if (!suspicion.waits(caller.id()).isZero()) {
            refuseSuspect(exchange, caller, counted.get());
            return;
        }
        Optional<AtOnce> kind = AtOnce.of(exchange);
        if (kind.isPresent() && !hasPlace(exchange, caller, kind.get())) {
            refuseWithoutPlace(exchange, caller, counted.get(), kind.get());
            return;
        }
        Uni<Decision> asked = WithoutRedis.is(exchange)
                ? Uni.createFrom().item(() -> limits.takeHere(caller.id(), caller.own(), counted.get(), 1))
                : limits.take(caller.id(), caller.own(), counted.get(), 1);
        then(asked, exchange,
                decision -> decided(exchange, caller, counted.get(), decision));
    }

    /** Who has to wait is told of the windows that are closed all the same: it may have to wait for those longer. */
    private void refuseSuspect(RoutingContext exchange, Caller caller, Counted counted) {
        suspicion.record(caller.id());
        then(look(exchange, caller, counted), exchange, closed -> {
            closed.forEach(decision -> LimitHeaders.tell(exchange, decision));
            refusal.answer(exchange, ProblemType.ABNORMAL_USAGE_DETECTED, "You kept asking while you were refused",
                    Refusal.longer(suspicion.waits(caller.id()), longest(closed)), names(closed));
        });
    }

    /** Nobody knows when to ask again, so whoever asks often is no offender. */
    private void refuseWithoutPlace(RoutingContext exchange, Caller caller, Counted counted, AtOnce kind) {
        then(look(exchange, caller, counted), exchange, closed -> {
            Duration again = Refusal.longer(ASK_AGAIN, longest(closed));
            int most = most(caller);
            LimitHeaders.addRefused(exchange, kind, most, Refusal.wholeSeconds(again));
            closed.forEach(decision -> LimitHeaders.tell(exchange, decision));
            refusal.answer(exchange, ProblemType.QUOTA_EXCEEDED,
                    "You have as many " + kind.what() + " as you may have at once, " + most
                            + ", and when one of them ends is not known",
                    again, Stream.concat(Stream.of(kind.label()), names(closed).stream()).toList());
        });
    }

    /** Counts a refusal, and asks what its windows say of one more request, and of one more row where it is for rows. */
    private Uni<List<Decision>> look(RoutingContext exchange, Caller caller, Counted counted) {
        Uni<Decision> requests = lookAt(exchange, caller, counted)
                .invoke(decision -> limits.refused(counted, decision.mode()));
        return counted == Counted.STREAMS
                ? requests.flatMap(first -> {
                    if (first.mode() == Mode.DEGRADED) {
                        WithoutRedis.remember(exchange);
                    }
                    return lookAt(exchange, caller, Counted.ROWS).map(rows -> List.of(first, rows));
                })
                : requests.map(List::of);
    }

    private Uni<Decision> lookAt(RoutingContext exchange, Caller caller, Counted counted) {
        return WithoutRedis.is(exchange)
                ? Uni.createFrom().item(() -> limits.lookHere(caller.id(), caller.own(), counted))
                : limits.look(caller.id(), caller.own(), counted);
    }

    private static Duration longest(List<Decision> decisions) {
        return Duration.ofSeconds(decisions.stream().mapToLong(Decision::waitSeconds).max().orElse(0));
    }

    private static <T> void then(Uni<T> asked, RoutingContext exchange, Consumer<T> next) {
        Context context = Vertx.currentContext();
        asked.subscribe().with(decision -> on(context, () -> {
            if (!exchange.response().closed()) {
                next.accept(decision);
            }
        }), failure -> on(context, () -> exchange.fail(failure)));
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

    /** The place of rows is free again before the client can know that it has all, any other right behind that. */
    private boolean hasPlace(RoutingContext exchange, Caller caller, AtOnce kind) {
        int most = most(caller);
        Optional<Runnable> place = places.take(kind.of(caller), most);
        place.ifPresent(back -> {
            LimitHeaders.add(exchange, kind, most, Math.max(0, most - places.taken(kind.of(caller))));
            Admission.freeWith(exchange, back);
            exchange.addHeadersEndHandler(head -> {
                if (!Admission.streams(exchange) && !AtOnce.goesOn(exchange)) {
                    back.run();
                }
            });
            exchange.addEndHandler(ended -> back.run());
        });
        return place.isPresent();
    }

    private void decided(RoutingContext exchange, Caller caller, Counted counted, Decision decision) {
        LimitHeaders.tell(exchange, decision);
        if (decision.admitted()) {
            returns.add(exchange, caller, counted, decision);
            returns.watch(exchange);
            exchange.next();
            return;
        }
        suspicion.record(caller.id());
        String over = String.join(" and ", decision.over().stream()
                .map(level -> level.window().limit() + " in any " + seconds(level.window().length().toSeconds()))
                .toList());
        refusal.answer(exchange, ProblemType.QUOTA_EXCEEDED, "You have asked as often as you may, " + over,
                Refusal.longer(Duration.ofSeconds(decision.waitSeconds()), suspicion.waits(caller.id())),
                names(List.of(decision)));
    }

    private static List<String> names(List<Decision> decisions) {
        return decisions.stream().flatMap(decision -> decision.over().stream()).map(level -> level.window().name())
                .toList();
    }

    static String seconds(long seconds) {
        return seconds % 3600 == 0
                ? seconds / 3600 + " h"
                : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
