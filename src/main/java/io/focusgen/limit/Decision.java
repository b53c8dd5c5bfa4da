package io.focusgen.limit;

import java.util.Comparator;
import java.util.List;

/**
 * Whether a request may go on. One that may not has used nothing up.
 *
 * @param admitted whether it may
 * @param levels of all windows, afterwards; none where nothing is counted
 * @param waitMicros after which the same would be admitted if nobody else asks; 0 where it is admitted now
 * @param mode who decided
 */
public record Decision(boolean admitted, List<Level> levels, long waitMicros, Mode mode) {

    private static final long SECOND = 1_000_000;

    public Decision {
        levels = List.copyOf(levels);
    }

    /** The same, decided by another. */
    public Decision in(Mode other) {
        return new Decision(admitted, levels, waitMicros, other);
    }

    /** The wait in whole seconds, never shorter than it is; 0 where there is none. */
    public long waitSeconds() {
        return seconds(waitMicros);
    }

    /** The levels that have nothing left or too little for what was asked: why it was refused. */
    public List<Level> over(long cost) {
        return levels.stream().filter(level -> level.remaining() < cost).toList();
    }

    /** The level that matters most: of those with the least left the one that takes longest to have more. */
    public Level tightest() {
        return levels.stream().min(Comparator.comparingLong(Level::remaining)
                .thenComparing(Comparator.comparingLong(Level::resetMicros).reversed())).orElseThrow();
    }

    /** Whole seconds that are not shorter than so many microseconds. */
    public static long seconds(long micros) {
        return Math.floorDiv(micros + SECOND - 1, SECOND);
    }
}
