package io.focusgen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.focusgen.estate.QuantityScale;

/**
 * How much of a commitment is used in a month: all of it in {@link BusyHours}, in the others so much that the day comes out at the
 * share that was asked for, exactly. What is committed is therefore any number of whole machines, however few.
 *
 * @param share of the commitment that a day uses, 0.35 to 1 with at most 6 decimals
 * @param falling whether a trend may leave less used in some months
 */
public record Utilisation(BigDecimal share, boolean falling) {

    /** The least: a little more than the busy hours alone. */
    private static final BigDecimal LEAST = new BigDecimal("0.35");

    /** Of a share that a month strands. */
    private static final int DECIMALS = 2;

    /** Of what a machine then runs in a quiet hour. */
    private static final int STRANDED_SCALE = 3;

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

    /** The most that {@link #scale} comes to in any month. */
    int mostScale() {
        return falling && leavesUnused() ? Math.max(scale(), STRANDED_SCALE) : scale();
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

    /**
     * This, or where only a part of what is usually used is left, that part of it in hundredths. Where everything is to be used,
     * there is no unused part that could grow.
     *
     * @param part of what is usually used; may be above 1 or below 0
     */
    Utilisation atMost(double part) {
        if (part >= 1 || !leavesUnused()) {
            return this;
        }
        BigDecimal left = share.multiply(new BigDecimal(Math.max(0, part))).setScale(DECIMALS, RoundingMode.DOWN);
        return new Utilisation(left.max(LEAST).min(share), falling);
    }

    double toDouble() {
        return share.doubleValue();
    }
}
