package io.focusgen.focus;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact decimal number {@code unscaled × 10^−scale}: money and quantities are never a double.
 *
 * @param unscaled any value
 * @param scale decimals, 0 to 18
 */
public record Decimal(long unscaled, int scale) {

    /** Decimals that one may have. */
    public static final int MOST_SCALE = 18;

    public static final Decimal ZERO = new Decimal(0, 0);
    public static final Decimal ONE = new Decimal(1, 0);

    public Decimal {
        if (scale < 0 || scale > MOST_SCALE) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0 to " + MOST_SCALE);
        }
    }

    /** The value rounded half up to so many decimals. */
    public static Decimal rounded(BigDecimal value, int decimals) {
        return new Decimal(value.setScale(decimals, RoundingMode.HALF_UP).unscaledValue().longValueExact(), decimals);
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /** The sum, with the decimals of the finer one. */
    public Decimal plus(Decimal other) {
        BigDecimal sum = toBigDecimal().add(other.toBigDecimal());
        return new Decimal(sum.unscaledValue().longValueExact(), sum.scale());
    }

    /** The product, without trailing zeros. */
    public Decimal times(Decimal other) {
        BigDecimal product = toBigDecimal().multiply(other.toBigDecimal()).stripTrailingZeros();
        BigDecimal plain = product.scale() < 0 ? product.setScale(0) : product;
        return new Decimal(plain.unscaledValue().longValueExact(), plain.scale());
    }

    public Decimal negated() {
        return new Decimal(-unscaled, scale);
    }
}
