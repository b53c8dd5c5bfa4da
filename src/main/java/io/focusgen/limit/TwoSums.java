package io.focusgen.limit;

/** What was admitted in the running period and in the one before it. Not thread-safe. */
final class TwoSums {

    private boolean begun;
    private long start;
    private long current;
    private long previous;

    /** Comes to the period that {@code now} is in. */
    void at(long now, long length) {
        if (!begun) {
            begun = true;
            start = now;
        }
        long periods = (now - start) / length;
        if (periods > 0) {
            start += periods * length;
            previous = periods == 1 ? current : 0;
            current = 0;
        }
    }

    /** What counts now, rounded up. */
    long used(long now, long length) {
        return current + weighted(previous, now - start, length);
    }

    void add(long amount) {
        current += amount;
    }

    /** Takes back what was added and not used. */
    void giveBack(long amount) {
        long here = Math.min(amount, current);
        current -= here;
        previous = Math.max(0, previous - (amount - here));
    }

    /** Microseconds until {@code cost} more fits, if nothing else is added; a whole length where it never does. */
    long wait(long now, long length, long limit, long cost) {
        long elapsed = now - start;
        if (used(now, length) + cost <= limit) {
            return 0;
        }
        if (cost > limit) {
            return length;
        }
        long room = limit - cost - current;
        return room >= 0 && previous > 0
                ? Math.max(1, fits(previous, room, length) - elapsed)
                : length - elapsed + fits(current, limit - cost, length);
    }

    /** Until the end of the period. */
    long left(long now, long length) {
        return length - (now - start);
    }

    /** How far into a period at most {@code room} of the sum before it still counts; a microsecond more against rounding. */
    private static long fits(long sum, long room, long length) {
        return sum <= room ? 0 : Math.min(length, (long) Math.ceil(length - (double) room * length / sum) + 1);
    }

    private static long weighted(long sum, long elapsed, long length) {
        return (long) Math.ceil((double) sum * (length - elapsed) / length);
    }
}
