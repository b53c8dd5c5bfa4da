package io.focusgen.http.limit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.focusgen.guard.Caller;
import io.focusgen.http.filter.WithoutRedis;
import io.focusgen.http.problem.RequestId;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.vertx.ext.web.RoutingContext;

/**
 * Gives back what a request has taken of its caller's limits and was refused or failed for: a request where the answer is a refusal
 * for want of something (429) or a failure of the service (5xx), rows where it is any failure.
 */
@Singleton
class Returns {

    private static final Logger LOG = Logger.getLogger(Returns.class);

    /** What was taken and not given back. */
    private static final String TAKEN = "focus.limit.taken";

    private static final int BAD = 400;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;

    private final Limits limits;

    private record Taken(Caller caller, Counted what, Decision decision) {
    }

    Returns(Limits limits) {
        this.limits = limits;
    }

    /**
     * Looks at how the answer begins, and gives back before the client has it. Called before a resource is: what is to look at the
     * head of an answer is called in reverse order, and those of resources set the status only then.
     */
    void watch(RoutingContext exchange) {
        exchange.addHeadersEndHandler(head -> giveBack(exchange, taken -> isUnused(exchange, taken.what)));
        // Who has left was sent no rows, and has been worked for.
        exchange.addEndHandler(ended -> {
            if (!exchange.response().headWritten()) {
                giveBack(exchange, taken -> taken.what == Counted.ROWS);
            }
        });
    }

    /** Something was taken for this exchange. @param decision an admission */
    void add(RoutingContext exchange, Caller caller, Counted what, Decision decision) {
        taken(exchange).add(new Taken(caller, what, decision));
        if (decision.mode() == Mode.DEGRADED) {
            WithoutRedis.remember(exchange);
        }
        if (what == Counted.ROWS && exchange.response().closed()) {
            // Nobody would be told any more.
            giveBack(exchange, taken -> taken.what == Counted.ROWS);
        }
    }

    private static Queue<Taken> taken(RoutingContext exchange) {
        Queue<Taken> all = exchange.get(TAKEN);
        if (all == null) {
            all = new ConcurrentLinkedQueue<>();
            exchange.put(TAKEN, all);
        }
        return all;
    }

    private void giveBack(RoutingContext exchange, Predicate<Taken> unused) {
        Queue<Taken> all = taken(exchange);
        for (Taken each : all) {
            if (unused.test(each) && all.remove(each)) {
                LimitHeaders.giveBack(exchange, each.decision);
                giveBack(exchange, each);
            }
        }
    }

    private static boolean isUnused(RoutingContext exchange, Counted what) {
        int status = exchange.response().getStatusCode();
        return what == Counted.ROWS
                ? status >= BAD
                : status == TOO_MANY || status >= FAILED;
    }

    private void giveBack(RoutingContext exchange, Taken taken) {
        String label = taken.what.label();
        long cost = taken.decision.cost();
        limits.giveBack(taken.caller.id(), taken.caller.own(), taken.what, taken.decision).subscribe().with(
                back -> RequestId.around(exchange, () -> LOG.debugf("%d of %s given back", cost, label)),
                failure -> RequestId.around(exchange,
                        () -> LOG.warnf("%d of %s of %s could not be given back: %s", cost,
                                label, taken.caller.id(), failure)));
    }
}
