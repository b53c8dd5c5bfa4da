package io.focusgen.focus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of products of whole numbers, each at a number of decimals of its own: exact, in 128 bits for every number of
 * decimals. Not thread-safe.
 */
public final class ExactSum {

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    private static final long[] NONE = {};

    /** By decimals. */
    private long[] high = NONE;
    private long[] low = NONE;

    /**
     * Adds {@code factor × other × 10^−scale}.
     *
     * @throws ArithmeticException where the sum leaves 128 bits
     */
    public void add(long factor, long other, int scale) {
        if (scale >= low.length) {
            high = Arrays.copyOf(high, scale + 1);
            low = Arrays.copyOf(low, scale + 1);
        }
        long product = factor * other;
        long sum = low[scale] + product;
        // A product's high half is at most 2^62 away from 0, so that the carry fits.
        long carried = Math.multiplyHigh(factor, other) + (Long.compareUnsigned(sum, product) < 0 ? 1 : 0);
        low[scale] = sum;
        high[scale] = Math.addExact(high[scale], carried);
    }

    /** What has been added. */
    public BigDecimal value() {
        BigDecimal value = BigDecimal.ZERO;
        for (int scale = 0; scale < low.length; scale++) {
            if (low[scale] != 0 || high[scale] != 0) {
                BigInteger below = BigInteger.valueOf(low[scale]);
                BigInteger unsigned = low[scale] < 0 ? below.add(TWO_TO_64) : below;
                value = value.add(
                        new BigDecimal(BigInteger.valueOf(high[scale]).shiftLeft(Long.SIZE).add(unsigned), scale));
            }
        }
        return value;
    }
}
