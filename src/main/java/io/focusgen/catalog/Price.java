package io.focusgen.catalog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * An exact unit price {@code unscaled × 10^-scale} without trailing zeros. At most 7 significant digits, so that its
 * product with a quantity of 9 digits is exact in a long.
 *
 * @param unscaled 0 to 9,999,999; given with trailing zeros, they are taken off
 * @param scale 0 to 18
 */
public record Price(long unscaled, int scale) implements Comparable<Price> {

    public static final int MOST_DIGITS = 7;

    /** Digits before the point of a price in a small currency; those behind the seventh are zeros. */
    private static final int LARGEST_DIGITS = 9;

    /** A digit, the point and as many decimals as there can be; or seven digits, the point and one. */
    private static final int LONGEST_TEXT = 20;

    public static final Price ZERO = new Price(0, 0);

    public Price {
        if (unscaled < 0 || scale < 0 || scale > Powers.LARGEST) {
            throw new IllegalArgumentException(
                    "price " + unscaled + "e-" + scale + " is negative or has more than 18 decimals");
        }
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
        long significant = unscaled;
        while (significant >= Powers.ten(MOST_DIGITS) && significant % 10 == 0) {
            significant /= 10;
        }
        if (significant >= Powers.ten(MOST_DIGITS) || unscaled >= Powers.ten(LARGEST_DIGITS)) {
            throw new IllegalArgumentException("price " + unscaled + "e-" + scale + " has more than 7 digits");
        }
    }

    /**
     * Reads what {@link #text} writes; the point may be missing.
     *
     * @throws IllegalArgumentException if the text is no plain decimal of at most 7 significant digits
     */
    public static Price of(String text) {
        BigDecimal value = plain(text);
        return new Price(value.unscaledValue().longValueExact(), value.scale());
    }

    /** Digits with at most one point between them; no sign, no exponent. */
    static BigDecimal plain(String text) {
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inner = i > 0 && i < text.length() - 1;
            if (c == '.' && inner && !point) {
                point = true;
            } else if (c < '0' || c > '9') {
                throw new IllegalArgumentException("'" + text + "' is not a plain decimal");
            }
        }
        if (text.isEmpty() || text.length() > Powers.LARGEST + 2) {
            throw new IllegalArgumentException("'" + text + "' is not a decimal of 1 to 18 digits");
        }
        return new BigDecimal(text);
    }

    /**
     * The product, rounded half-up to 7 significant digits.
     *
     * @throws IllegalArgumentException if it is 1,000,000,000 or more
     */
    public Price times(Multiplier factor) {
        // Below 10^7 × 10^9, and the scales add up to 30 at most.
        long product = unscaled * factor.unscaled();
        int decimals = scale + factor.scale();
        int surplus = Math.max(surplusDigits(product), decimals - Powers.LARGEST);
        if (surplus > 0) {
            product = halfUp(product, Powers.ten(surplus));
            decimals -= surplus;
        }
        if (decimals < MOST_DIGITS - LARGEST_DIGITS) {
            throw new IllegalArgumentException(
                    text() + " times " + factor.decimal().toPlainString() + " is no price any more");
        }
        return decimals < 0 ? new Price(product * Powers.ten(-decimals), 0) : new Price(product, decimals);
    }

    /** The same, half-up to at most so many decimals. */
    public Price rounded(int decimals) {
        return scale <= decimals
                ? this
                : new Price(halfUp(unscaled, Powers.ten(scale - decimals)), decimals);
    }

    /** This less another that is not more. */
    public Price minus(Price other) {
        int decimals = Math.max(scale, other.scale);
        return new Price(Math.subtractExact(Math.multiplyExact(unscaled, Powers.ten(decimals - scale)),
                Math.multiplyExact(other.unscaled, Powers.ten(decimals - other.scale))), decimals);
    }

    private static int surplusDigits(long value) {
        int surplus = 0;
        while (value >= Powers.ten(MOST_DIGITS + surplus)) {
            surplus++;
        }
        return surplus;
    }

    private static long halfUp(long value, long divisor) {
        return (value + divisor / 2) / divisor;
    }

    public boolean isZero() {
        return unscaled == 0;
    }

    /** For steering quantities; money itself is never a double. */
    public double toDouble() {
        return (double) unscaled / Powers.ten(scale);
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /** Plain digits, always with a point: {@code 0.0104}, {@code 3.0}. */
    public String text() {
        byte[] digits = new byte[LONGEST_TEXT];
        int at = digits.length;
        long left = unscaled;
        if (scale == 0) {
            digits[--at] = '0';
            digits[--at] = '.';
        }
        for (int place = 0; left > 0 || place <= scale; place++) {
            if (place == scale && scale > 0) {
                digits[--at] = '.';
            }
            digits[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        return new String(digits, at, digits.length - at, StandardCharsets.US_ASCII);
    }

    /** By value. */
    @Override
    public int compareTo(Price other) {
        return decimal().compareTo(other.decimal());
    }

    @Override
    public String toString() {
        return text();
    }
}
