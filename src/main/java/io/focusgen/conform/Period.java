package io.focusgen.conform;

import java.math.BigDecimal;

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

    /**
     * Whether so much in one period and so much in another is the same per time; cross-multiplied, so that months of different
     * lengths compare exactly.
     */
    static boolean sameRate(Period period, Decimal quantity, Period other, Decimal otherQuantity) {
        BigDecimal left = quantity.toBigDecimal().multiply(BigDecimal.valueOf(other.seconds()));
        BigDecimal right = otherQuantity.toBigDecimal().multiply(BigDecimal.valueOf(period.seconds()));
        return left.compareTo(right) == 0;
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
