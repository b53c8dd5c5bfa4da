package io.focusgen.encode;

/**
 * A product of two numbers divided by a third, rounded half up to whole units; half away from zero where it is negative.
 * Works in 64 or 128 bits; what does not fit is {@link #NONE} and must be worked out otherwise.
 */
final class Quotient {

    /** Says that the quotient, or something on the way to it, is too large. */
    static final long NONE = Long.MIN_VALUE;

    private static final int LARGEST_POWER = 18;

    /** The largest power of ten that a remainder below it can be moved up by 32 bits beside. */
    private static final int LARGEST_STEP = 9;

    /** Divisors below this leave remainders that have room for 32 more bits. */
    private static final long SMALL = 1L << 31;

    private static final long LOW = 0xFFFF_FFFFL;

    private long high;
    private long low;

    private Quotient(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /**
     * {@code factor × other × 10^power ÷ divisor}.
     *
     * @param divisor above 0
     * @param power may be negative
     */
    static long of(long factor, long other, long divisor, int power) {
        int up = Math.max(power, 0);
        int down = Math.max(-power, 0);
        if (divisor <= 0 || up > LARGEST_POWER || down > LARGEST_POWER) {
            return NONE;
        }
        long high = Math.multiplyHigh(factor, other);
        long low = factor * other;
        boolean negative = high < 0;
        if (negative) {
            low = -low;
            high = ~high + (low == 0 ? 1 : 0);
        }
        // Rounding half up: (2n + d) / 2d, rounded down.
        long times = 2 * Digits.power(up);
        long half = product(divisor, Digits.power(down));
        if (half == NONE) {
            return NONE;
        }
        long small = high == 0 && low >= 0 ? product(low, times) : NONE;
        long magnitude = small != NONE && small <= Long.MAX_VALUE / 2 && half <= Long.MAX_VALUE / 4
                ? (small + half) / (2 * half)
                : new Quotient(high, low).wide(times, half, divisor, down);
        return negative && magnitude != NONE ? -magnitude : magnitude;
    }

    /** Of numbers that are not negative. */
    private static long product(long a, long b) {
        long product = a * b;
        return Math.multiplyHigh(a, b) == 0 && product >= 0 ? product : NONE;
    }

    private long wide(long times, long half, long divisor, int down) {
        if (2 * divisor >= SMALL || 2 * divisor < 0 || !multiply(times) || !add(half)) {
            return NONE;
        }
        divide(2 * divisor);
        for (int left = down; left > 0; left -= LARGEST_STEP) {
            divide(Digits.power(Math.min(left, LARGEST_STEP)));
        }
        return high == 0 && low >= 0 ? low : NONE;
    }

    /** Whether the product has at most 127 bits. */
    private boolean multiply(long by) {
        long carry = Math.multiplyHigh(low, by) + (low < 0 ? by : 0);
        long above = product(high, by);
        low *= by;
        high = above + carry;
        return above != NONE && high >= 0;
    }

    private boolean add(long more) {
        long sum = low + more;
        high += Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        return high >= 0;
    }

    /** Rounds down. Dividing by two numbers in turn is dividing by their product. */
    private void divide(long by) {
        long first = high >>> 32;
        long rest = first % by << 32 | high & LOW;
        long second = rest / by;
        rest = rest % by << 32 | low >>> 32;
        long third = rest / by;
        rest = rest % by << 32 | low & LOW;
        high = first / by << 32 | second;
        low = third << 32 | rest / by;
    }
}
