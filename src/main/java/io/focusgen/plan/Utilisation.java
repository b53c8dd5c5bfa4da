package io.focusgen.plan;

import java.math.BigDecimal;

import io.focusgen.estate.QuantityScale;

/**
 * How much of a commitment is used: all of it in {@link BusyHours}, in the others so much that the day comes out at the
 * share that was asked for, exactly. What is committed is therefore any number of whole machines, however few.
 *
 * @param share of the commitment that a day uses, 0.5 to 1 with at most 6 decimals
 */
public record Utilisation(BigDecimal share) {

    public Utilisation {
        share = share.stripTrailingZeros();
    }

    private BigDecimal quietShare() {
        BigDecimal whole = share.multiply(BigDecimal.valueOf(BusyHours.DAY))
                .subtract(BigDecimal.valueOf(BusyHours.BUSY));
        return whole.divide(BigDecimal.valueOf(BusyHours.QUIET)).stripTrailingZeros();
    }

    /** Decimals of what a machine runs in a quiet hour: as few as there can be. */
    public int scale() {
        return Math.max(0, quietShare().scale());
    }

    /** A whole hour, in units of {@link #scale} decimals. */
    public long busy() {
        return QuantityScale.powerOfTen(scale());
    }

    /** What one machine runs in a quiet hour, in the same units; above 0. */
    public long quiet() {
        return quietShare().setScale(scale()).unscaledValue().longValueExact();
    }

    /** Whether anything is left unused. */
    public boolean leavesUnused() {
        return share.compareTo(BigDecimal.ONE) < 0;
    }

    double toDouble() {
        return share.doubleValue();
    }
}
