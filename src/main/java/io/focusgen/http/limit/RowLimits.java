package io.focusgen.http.limit;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Singleton;

import io.focusgen.guard.Caller;
import io.focusgen.http.filter.WithoutRedis;
import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
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

    private final Limits limits;
    private final Suspicion suspicion;
    private final Returns returns;

    RowLimits(Limits limits, Suspicion suspicion, Returns returns) {
        this.limits = limits;
        this.returns = returns;
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
        Uni<Decision> asked = WithoutRedis.is(exchange)
                ? Uni.createFrom().item(() -> limits.takeHere(caller.id(), caller.own(), Counted.ROWS, rows))
                : limits.take(caller.id(), caller.own(), Counted.ROWS, rows);
        return asked.map(decision -> {
            LimitHeaders.tell(exchange, decision);
            if (!decision.admitted()) {
                suspicion.record(caller.id());
                throw new ProblemException(refusal(caller, decision));
            }
            returns.add(exchange, caller, Counted.ROWS, decision);
            return planned;
        });
    }

    private long most(Caller caller) {
        return caller.own().orElse(limits.settings().allowance()).rowsPerDay();
    }

    private Failure refusal(Caller caller, Decision decision) {
        Level level = decision.levels().get(0);
        Duration wait = Refusal.wholeSeconds(
                Refusal.longer(Duration.ofSeconds(decision.waitSeconds()), suspicion.waits(caller.id())));
        return new Failure.OverLimit(ProblemType.QUOTA_EXCEEDED,
                "These are " + decision.cost() + " rows, and you have " + level.remaining() + " left of "
                        + level.window().limit() + " in any 24 h; ask again in " + wait.toSeconds() + " s.",
                wait, List.of(level.window().name()), false);
    }
}
