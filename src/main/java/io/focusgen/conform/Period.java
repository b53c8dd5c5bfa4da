package io.focusgen.conform;

/**
 * A span of time, start inclusive, end exclusive, in seconds since 1970; {@link UtcTime#NONE} where a bound is missing
 * or unreadable. Ordered by start, then end.
 */
record Period(long start, long end) implements Comparable<Period> {

    boolean isKnown() {
        return start != UtcTime.NONE && end != UtcTime.NONE;
    }

    boolean isOrderedOrUnknown() {
        return !isKnown() || start < end;
    }

    boolean isMonth() {
        return UtcTime.isMonth(start, end);
    }

    long seconds() {
        return end - start;
    }

    boolean contains(Period other) {
        return start <= other.start && other.end <= end;
    }

    @Override
    public int compareTo(Period other) {
        int byStart = Long.compare(start, other.start);
        return byStart != 0 ? byStart : Long.compare(end, other.end);
    }

    @Override
    public String toString() {
        return UtcTime.text(start) + "/" + UtcTime.text(end);
    }
}
