package io.focusgen.limit;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Counts in this process, in memory that does not grow with the callers: where it is full, those that were not heard of for the
 * longest time begin anew. Who asks from more addresses than fit gains what those addresses have anyway. Thread-safe, and never
 * waits for anything but another decision about one of the same 64 parts of all callers.
 */
public final class LocalLimiter {

    private final BoundedTable<CallerCounts> callers;
    private final LongSupplier micros;

    /**
     * @param bytes of all callers together
     * @param micros a clock that never goes back, in microseconds
     */
    public LocalLimiter(long bytes, LongSupplier micros) {
        callers = new BoundedTable<>(bytes, CallerCounts::new, CallerCounts::bytes);
        this.micros = micros;
    }

    /**
     * Takes {@code cost} of each window, or of none.
     *
     * @param caller who, and of what; always asked for with windows of the same names and lengths in the same order. Their limits may
     *     be others each time: all requests are counted together, and each is held to its own
     * @param cost at least 1; exactly 1 where a window is exact
     */
    public Decision take(String caller, List<Window> windows, long cost) {
        check(windows, cost);
        return callers.with(caller, counts -> counts.take(windows, cost, micros.getAsLong()));
    }

    /** What {@link #take} would decide; takes nothing. */
    public Decision look(String caller, List<Window> windows, long cost) {
        check(windows, cost);
        long now = micros.getAsLong();
        return callers.withKnown(caller, counts -> counts.wouldTake(windows, cost, micros.getAsLong()),
                new CallerCounts().wouldTake(windows, cost, now));
    }

    /**
     * Takes back what was taken and came to nothing; nothing where that counts no more.
     *
     * @param moment of the decision that took it
     */
    public void giveBack(String caller, List<Window> windows, long cost, long moment) {
        callers.withKnown(caller, counts -> {
            counts.giveBack(windows, cost, moment);
            return true;
        }, false);
    }

    /** Callers that are remembered. */
    public long callers() {
        return callers.size();
    }

    static void check(List<Window> windows, long cost) {
        if (cost < 1 || cost > 1 && windows.stream().anyMatch(Window::exact)) {
            throw new IllegalArgumentException("a cost of " + cost + " cannot be counted");
        }
    }
}
