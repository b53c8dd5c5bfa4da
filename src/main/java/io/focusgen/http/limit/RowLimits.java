package io.focusgen.http.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.focusgen.guard.Caller;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.problem.RequestId;
import io.focusgen.limit.Allowance;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Level;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Suspicion;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Counts the rows of a request, once they are planned and before the first of them is sent. */
@Singleton
public class RowLimits {

    private static final Logger LOG = Logger.getLogger(RowLimits.class);

    private static final int REFUSED = 400;

    private final Limits limits;
    private final Suspicion suspicion;

    RowLimits(Limits limits, Suspicion suspicion) {
        this.limits = limits;
        this.suspicion = suspicion;
    }

    /** Whether the rows of this caller are counted at all. */
    public boolean counts(RoutingContext exchange) {
        return limits.settings().on() && most(Caller.of(exchange)) != Allowance.UNLIMITED;
    }

    /**
     * Takes rows of what the caller has left. Where the answer becomes a failure or the client leaves before its first byte,
     * they are given back.
     *
     * @param rows at least 1
     * @return what it was given, on whatever thread; fails with a {@link RefusedException} where these are more than the caller may have
     *     in a day, with a {@link ProblemException} where they are more than is left
     */
    public <T> Uni<T> charge(RoutingContext exchange, long rows, T planned) {
        if (!counts(exchange)) {
            return Uni.createFrom().item(planned);
        }
        Caller caller = Caller.of(exchange);
        long most = most(caller);
        if (rows > most) {
            return Uni.createFrom().failure(new RefusedException(List.of(new Violation("rows", Long.toString(rows),
                    "Must be fewer: these are all rows of the request, and you may have " + most + " in any 24 h.",
                    null))));
        }
        return limits.take(caller.id(), caller.own(), Counted.ROWS, rows).map(decision -> {
            LimitHeaders.tell(exchange, decision);
            if (!decision.admitted()) {
                suspicion.record(caller.id());
                throw new ProblemException(refusal(decision, rows));
            }
            giveBackUnsent(exchange, caller, rows, decision);
            return planned;
        });
    }

    private long most(Caller caller) {
        return caller.own().orElse(limits.settings().allowance()).rowsPerDay();
    }

    private static Failure refusal(Decision decision, long rows) {
        Level level = decision.levels().get(0);
        Duration wait = Duration.ofSeconds(Math.max(1, decision.waitSeconds()));
        return new Failure.OverLimit(ProblemType.QUOTA_EXCEEDED,
                "These are " + rows + " rows, and you have " + level.remaining() + " left of " + level.window().limit()
                        + " in any 24 h; ask again in " + wait.toSeconds() + " s.",
                wait, List.of(level.window().name()), false);
    }

    private void giveBackUnsent(RoutingContext exchange, Caller caller, long rows, Decision decision) {
        AtomicBoolean told = new AtomicBoolean();
        Runnable over = () -> {
            boolean sent = exchange.response().headWritten() && exchange.response().getStatusCode() < REFUSED;
            if (!sent && told.compareAndSet(false, true)) {
                limits.giveBack(caller.id(), caller.own(), rows, decision.mode()).subscribe().with(
                        back -> RequestId.around(exchange, () -> LOG.debugf("%d rows were given back", rows)),
                        failure -> RequestId.around(exchange,
                                () -> LOG.warnf("%d rows of %s could not be given back: %s", rows, caller.id(),
                                        failure)));
            }
        };
        exchange.addEndHandler(ended -> over.run());
        if (exchange.response().closed()) {
            // Nobody would be told any more.
            over.run();
        }
    }
}
