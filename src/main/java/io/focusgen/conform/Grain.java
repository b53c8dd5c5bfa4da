package io.focusgen.conform;

import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The length of some rows' charge periods, which should be one. */
final class Grain {

    /** Stands for the length of any calendar month; other lengths are in seconds. */
    private static final long MONTH = -1;

    /** What a whole period is; null where only parts of months are known. */
    private @Nullable Long whole;
    /** The first or last parts of months. */
    private final TreeSet<Long> parts = new TreeSet<>();

    /**
     * Takes a charge period.
     *
     * @param month of which the period may be what a term has of it; null where it may not
     * @return the length of those before it, if that is another
     */
    @Nullable
    Long other(Period period, @Nullable Period month) {
        long length = period.isMonth() ? MONTH : period.seconds();
        Long before = whole;
        if (length != MONTH && isPart(period, month) && (before == null || before == MONTH)) {
            parts.add(length);
            return null;
        }
        if (before != null) {
            return before == length ? null : before;
        }
        whole = length;
        return length == MONTH || parts.isEmpty() || parts.size() == 1 && parts.contains(length)
                ? null
                : parts.last();
    }

    private static boolean isPart(Period period, @Nullable Period month) {
        return month != null && month.isKnown() && month.contains(period)
                && (period.start() == month.start() || period.end() == month.end());
    }

    static String describe(long length) {
        return length == MONTH ? "a month" : length / UtcTime.HOUR + " hours";
    }
}
