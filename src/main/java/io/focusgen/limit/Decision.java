package io.focusgen.limit;

import java.util.Comparator;
import java.util.List;

/**
 * Whether a request may go on. One that may not has used nothing up.
 *
 * @param admitted whether it may
 * @param levels of all windows, afterwards; none where nothing is counted
 * @param cost how much was asked for
 * @param waitMicros after which the same would be admitted if nobody else asks; 0 where it is admitted now
 * @param moment when it was taken by the clock of who counts, in microseconds: what is given back is found by it
 * @param mode who decided
 */
public record Decision(boolean admitted, List<Level> levels, long cost, long waitMicros, long moment, Mode mode) {

    private static final long SECOND = 1_000_000;

    private static final Comparator<Level> BY_RESET = Comparator.comparingLong(Level::resetMicros);

    public Decision {
        levels = List.copyOf(levels);
    }

    /** The same, decided by another. */
    public Decision in(Mode other) {
        return new Decision(admitted, levels, cost, waitMicros, moment, other);
    }

    /** The same once what it took is given back. When more is free is said as before: never too early. */
    public Decision givenBack() {
        return new Decision(admitted, levels.stream().map(level -> level.less(cost)).toList(), cost, waitMicros, moment,
                mode);
    }

    /** The wait in whole seconds, never shorter than it is; 0 where there is none. */
    public long waitSeconds() {
        return seconds(waitMicros);
    }

    /** The levels with too little left for what was asked: why it was refused. None of a decision that admits. */
    public List<Level> over() {
        return admitted ? List.of() : levels.stream().filter(level -> level.remaining() < cost).toList();
    }

    /**
     * The level that matters most: of those that some were refused for the one that takes longest, else of those with the
     * least left.
     *
     * @param all that decided about one request, at least one with levels
     */
    public static Level tightest(List<Decision> all) {
        return all.stream().flatMap(each -> each.over().stream()).max(BY_RESET)
                .orElseGet(() -> all.stream().flatMap(each -> each.levels().stream())
                        .min(Comparator.comparingLong(Level::remaining).thenComparing(BY_RESET.reversed()))
                        .orElseThrow());
    }

    /** Whole seconds that are not shorter than so many microseconds. */
    public static long seconds(long micros) {
        return Math.floorDiv(micros + SECOND - 1, SECOND);
    }
}
