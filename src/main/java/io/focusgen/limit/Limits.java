package io.focusgen.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Decides about requests: in Redis where it is configured, else and while it does not answer in this process, which then has an
 * equal part of every limit. Thread-safe.
 *
 * <p>With the first call that Redis does not answer, {@link #mode} is degraded; it is shared again once Redis has answered and three
 * seconds have passed without a failure. A Redis that is now in time and now late is so one fault, and each decision says itself
 * who made it.
 */
public final class Limits {

    private static final Logger LOG = Logger.getLogger(Limits.class);

    /** Far less than the 10 s within which Redis decides again, and longer than its breaker is open. */
    static final Duration CALM = Duration.ofSeconds(3);

    /** No caller has this name. */
    private static final String NOBODY = "nobody";

    private static final int NANOS = 1000;

    private final LimitSettings settings;
    private final int replicas;
    private final LocalLimiter local;
    private final @Nullable SharedLimiter shared;
    private final Iterable<LimitMetrics> metrics;
    private final LongSupplier micros;
    private volatile Mode mode;
    /** When Redis did not answer last, while it is degraded. */
    private volatile long failed;

    /**
     * @param replicas processes that count for themselves where there is no Redis, at least 1
     * @param shared null where none is configured
     * @param micros a clock that never goes back, in microseconds
     */
    public Limits(LimitSettings settings, int replicas, LocalLimiter local, @Nullable SharedLimiter shared,
            Iterable<LimitMetrics> metrics, LongSupplier micros) {
        this.settings = settings;
        this.replicas = replicas;
        this.local = local;
        this.shared = shared;
        this.metrics = metrics;
        this.micros = micros;
        this.mode = shared == null ? Mode.LOCAL : Mode.SHARED;
    }

    public LimitSettings settings() {
        return settings;
    }

    /** Who decides, apart from single calls that Redis answers, or does not, between others. */
    public Mode mode() {
        return mode;
    }

    /** Counts that this process remembers, up to three for each caller: of streams, queries and rows. */
    public long callers() {
        return local.callers();
    }

    /**
     * Decides whether a caller may have so much more.
     *
     * @param own what it may ask for instead of what everybody may
     * @param cost 1 for a request, else so many rows
     * @return at once where this process decides, else on whatever thread; never fails
     */
    public Uni<Decision> take(String caller, Optional<Allowance> own, Counted what, long cost) {
        List<Window> windows = settings.windows(what, own);
        if (!settings.on() || windows.isEmpty()) {
            return Uni.createFrom().item(uncounted(cost));
        }
        String key = key(caller, what);
        return decided(there -> there.take(key, windows, cost), () -> local.take(key, shares(windows), cost))
                .invoke(made -> metrics.forEach(each -> each.decided(what, made.admitted(), made.mode())));
    }

    /** As {@link #take}, but decided here: for a request for which Redis has not answered once, so that it waits no second time. */
    public Decision takeHere(String caller, Optional<Allowance> own, Counted what, long cost) {
        List<Window> windows = settings.windows(what, own);
        if (!settings.on() || windows.isEmpty()) {
            return uncounted(cost);
        }
        Decision made = local.take(key(caller, what), shares(windows), cost).in(Mode.DEGRADED);
        metrics.forEach(each -> each.decided(what, made.admitted(), made.mode()));
        return made;
    }

    /**
     * What {@link #take} would decide about a request. Takes nothing, and is in no metric.
     *
     * @return as that
     */
    public Uni<Decision> look(String caller, Optional<Allowance> own, Counted what) {
        List<Window> windows = settings.windows(what, own);
        if (!settings.on() || windows.isEmpty()) {
            return Uni.createFrom().item(uncounted(1));
        }
        String key = key(caller, what);
        return decided(there -> there.look(key, windows, 1), () -> local.look(key, shares(windows), 1));
    }

    /** As {@link #look}, but said here: for a request for which Redis has not answered once. */
    public Decision lookHere(String caller, Optional<Allowance> own, Counted what) {
        List<Window> windows = settings.windows(what, own);
        return !settings.on() || windows.isEmpty()
                ? uncounted(1)
                : local.look(key(caller, what), shares(windows), 1).in(Mode.DEGRADED);
    }

    /** While Redis does not decide, asks it for a decision that nobody waits for; to be called every second or so. */
    public void lookAgain() {
        if (mode == Mode.DEGRADED) {
            look(NOBODY, Optional.empty(), Counted.STREAMS).subscribe().with(
                    decision -> LOG.debugf("who decides about limits: %s", decision.mode()),
                    failure -> LOG.warnf(failure, "Nobody decided about limits"));
        }
    }

    private Uni<Decision> decided(Function<SharedLimiter, Uni<Decision>> there, Supplier<Decision> here) {
        SharedLimiter other = shared;
        if (other == null) {
            return Uni.createFrom().item(here);
        }
        return Uni.createFrom().deferred(() -> there.apply(other)).invoke(this::answered)
                .onFailure().recoverWithItem(failure -> {
                    unanswered(other, failure);
                    return here.get().in(Mode.DEGRADED);
                });
    }

    private Decision uncounted(long cost) {
        return new Decision(true, List.of(), cost, 0, 0, mode());
    }

    /** Counts a request that was refused for another reason than a window. @param by who was asked about its windows */
    public void refused(Counted what, Mode by) {
        metrics.forEach(each -> each.decided(what, false, by));
    }

    /**
     * Gives back what was taken and came to nothing, to whoever counted it.
     *
     * @param own as it was when it was taken
     * @param taken an admission; given back once at most
     */
    public Uni<Void> giveBack(String caller, Optional<Allowance> own, Counted what, Decision taken) {
        List<Window> windows = settings.windows(what, own);
        if (taken.levels().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String key = key(caller, what);
        Uni<Void> back = taken.mode() == Mode.SHARED && shared != null
                ? shared.giveBack(key, windows, taken.cost(), taken.moment())
                : Uni.createFrom().<Void>item(() -> {
                    local.giveBack(key, shares(windows), taken.cost(), taken.moment());
                    return null;
                });
        return back.invoke(() -> metrics.forEach(each -> each.returned(what)));
    }

    private List<Window> shares(List<Window> windows) {
        return replicas == 1 ? windows : windows.stream().map(window -> window.share(replicas)).toList();
    }

    private static String key(String caller, Counted what) {
        return what.label() + ':' + caller;
    }

    private void unanswered(SharedLimiter other, Throwable why) {
        if (other.busy(why)) {
            return;
        }
        failed = micros.getAsLong();
        if (mode != Mode.DEGRADED && changed(Mode.DEGRADED)) {
            LOG.warnf(
                    "Redis does not decide about limits any more (%s); where it does not, this process allows 1/%d of each",
                    why, replicas);
        }
    }

    private void answered() {
        if (mode == Mode.DEGRADED && micros.getAsLong() - failed >= CALM.toNanos() / NANOS && changed(Mode.SHARED)) {
            LOG.info("Redis decides about limits again");
        }
    }

    /** Whether nobody else has said so in the same moment. */
    private synchronized boolean changed(Mode next) {
        boolean other = mode != next;
        mode = next;
        return other;
    }
}
