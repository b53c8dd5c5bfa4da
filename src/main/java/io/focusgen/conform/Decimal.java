package io.focusgen.conform;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/**
 * An exact decimal number in its shortest form, so that equal numbers are equal objects: unscaled × 10^-scale in a
 * long while it fits, a BigDecimal beyond. Scale is never negative.
 */
final class Decimal implements Comparable<Decimal> {

    static final Decimal ZERO = new Decimal(0, 0, null);

    /** Powers of ten that fit in a long. */
    private static final long[] POWERS = new long[19];

    /** A hostile exponent must not make a number of a billion digits. */
    private static final int MOST_EXPONENT = 400;

    /** Nor must reading one take time with the square of its length. */
    private static final int MOST_DIGITS = 1000;

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final long unscaled;
    private final int scale;
    private final @Nullable BigDecimal big;

    private Decimal(long unscaled, int scale, @Nullable BigDecimal big) {
        this.unscaled = unscaled;
        this.scale = scale;
        this.big = big;
    }

    static Decimal of(long unscaled, int scale) {
        long digits = unscaled;
        int point = scale;
        while (point > 0 && digits % 10 == 0) {
            digits /= 10;
            point--;
        }
        return new Decimal(digits, point, null);
    }

    static Decimal of(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() < 0) {
            shortest = shortest.setScale(0);
        }
        return shortest.unscaledValue().bitLength() < Long.SIZE
                ? new Decimal(shortest.unscaledValue().longValue(), shortest.scale(), null)
                : new Decimal(0, 0, shortest);
    }

    /** The number that a FOCUS numeric text stands for, or null where it stands for none. */
    static @Nullable Decimal parse(String text) {
        int length = text.length();
        boolean negative = length > 0 && text.charAt(0) == '-';
        long digits = 0;
        int count = 0;
        int point = -1;
        for (int i = negative ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
                count++;
            } else if (c == '.' && point < 0 && count > 0) {
                point = i;
            } else {
                return parseSlowly(text);
            }
        }
        if (count == 0 || count > 18 || point == length - 1) {
            return parseSlowly(text);
        }
        return of(negative ? -digits : digits, point < 0 ? 0 : length - 1 - point);
    }

    private static @Nullable Decimal parseSlowly(String text) {
        if (text.length() > MOST_DIGITS || !NumberText.isNumeric(text)
                || Math.abs(NumberText.exponentOf(text)) > MOST_EXPONENT) {
            return null;
        }
        return of(new BigDecimal(text));
    }

    Decimal times(Decimal other) {
        if (big == null && other.big == null) {
            long high = Math.multiplyHigh(unscaled, other.unscaled);
            long low = unscaled * other.unscaled;
            if (high == low >> 63) {
                return of(low, scale + other.scale);
            }
        }
        return of(toBigDecimal().multiply(other.toBigDecimal()));
    }

    Decimal plus(Decimal other) {
        if (big == null && other.big == null) {
            int common = Math.max(scale, other.scale);
            int mine = common - scale;
            int theirs = common - other.scale;
            if (mine < POWERS.length && theirs < POWERS.length
                    && Math.multiplyHigh(unscaled, POWERS[mine]) == unscaled * POWERS[mine] >> 63
                    && Math.multiplyHigh(other.unscaled, POWERS[theirs]) == other.unscaled * POWERS[theirs] >> 63) {
                long a = unscaled * POWERS[mine];
                long b = other.unscaled * POWERS[theirs];
                long sum = a + b;
                if (((a ^ sum) & (b ^ sum)) >= 0) {
                    return of(sum, common);
                }
            }
        }
        return of(toBigDecimal().add(other.toBigDecimal()));
    }

    /** How many whole 10^-{@code digits} it is, towards zero; the nearest long where it is out of range. */
    long toUnits(int digits) {
        if (big == null && scale <= digits
                && Math.multiplyHigh(unscaled, POWERS[digits - scale]) == unscaled * POWERS[digits - scale] >> 63) {
            return unscaled * POWERS[digits - scale];
        }
        BigInteger units = toBigDecimal().movePointRight(digits).toBigInteger();
        return units.bitLength() < Long.SIZE ? units.longValue() : units.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Half-up to so many digits after the point. */
    Decimal rounded(int digits) {
        return decimals() <= digits ? this : of(toBigDecimal().setScale(digits, RoundingMode.HALF_UP));
    }

    /** Digits after the point, without zeros at the end. */
    int decimals() {
        return big == null ? scale : big.scale();
    }

    int signum() {
        return big == null ? Long.signum(unscaled) : big.signum();
    }

    BigDecimal toBigDecimal() {
        return big == null ? new BigDecimal(BigInteger.valueOf(unscaled), scale) : big;
    }

    @Override
    public int compareTo(Decimal other) {
        if (big == null && other.big == null && scale == other.scale) {
            return Long.compare(unscaled, other.unscaled);
        }
        return toBigDecimal().compareTo(other.toBigDecimal());
    }

    @Override
    public boolean equals(@Nullable Object object) {
        if (!(object instanceof Decimal other)) {
            return false;
        }
        if (big == null || other.big == null) {
            return big == null && other.big == null && unscaled == other.unscaled && scale == other.scale;
        }
        return big.equals(other.big);
    }

    @Override
    public int hashCode() {
        return big == null ? Long.hashCode(unscaled) * 31 + scale : big.hashCode();
    }

    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
