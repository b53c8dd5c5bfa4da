package io.focusgen.catalog;

import java.math.BigDecimal;

/**
 * An exact factor {@code unscaled × 10^-scale}: of a region, of a discount, of an exchange rate.
 *
 * @param unscaled 0 to 999,999,999
 * @param scale 0 to 12
 */
public record Multiplier(long unscaled, int scale) {

    public static final Multiplier ONE = new Multiplier(1, 0);

    private static final long MOST_UNSCALED = 999_999_999L;
    private static final int MOST_SCALE = 12;

    public Multiplier {
        if (unscaled < 0 || unscaled > MOST_UNSCALED || scale < 0 || scale > MOST_SCALE) {
            throw new IllegalArgumentException("multiplier " + unscaled + "e-" + scale
                    + " is not within 9 digits, 12 of them decimals, and not negative");
        }
    }

    /**
     * Reads what {@link BigDecimal#toPlainString} writes.
     *
     * @throws IllegalArgumentException if the text is no plain decimal of at most 9 digits
     */
    public static Multiplier of(String text) {
        BigDecimal value = Price.plain(text);
        return new Multiplier(value.unscaledValue().longValueExact(), value.scale());
    }

    /** One minus this: what remains after a discount. Only for values up to 1. */
    public Multiplier complement() {
        return new Multiplier(Powers.ten(scale) - unscaled, scale);
    }

    /** For steering quantities; money itself is never a double. */
    public double toDouble() {
        return (double) unscaled / Powers.ten(scale);
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }
}
