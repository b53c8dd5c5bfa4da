package io.focusgen.estate;

import io.focusgen.catalog.Sku;

/** How many decimals a metered quantity has: none for what is counted, as many as its size calls for otherwise. */
public final class QuantityScale {

    private static final int MOST = 9;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private QuantityScale() {
    }

    /** 10^exponent. @param exponent 0 to 18 */
    public static long powerOfTen(int exponent) {
        return POWERS[exponent];
    }

    /** The most decimals a quantity of this SKU may have. */
    public static int finest(Sku sku) {
        return counted(sku) ? decimals(sku.consumedPerUnit()) : MOST;
    }

    /** Whether a quantity is a whole number of consumed units. */
    public static boolean counted(Sku sku) {
        return switch (sku.kind()) {
            case REQUESTS, TOKENS, UNITS -> true;
            case HOURS, CAPACITY_HOURS, CAPACITY_SECONDS, GB_MONTHS, UNIT_MONTHS, MINUTES, GB, SPEND -> false;
        };
    }

    private static int decimals(long consumedPerUnit) {
        int decimals = 0;
        while (decimals < 18 && POWERS[decimals] < consumedPerUnit) {
            decimals++;
        }
        return decimals;
    }

    /**
     * Decimals so that a row's quantity has about six significant digits.
     *
     * @param perPeriod the quantity of an average row
     */
    public static int of(Sku sku, double perPeriod) {
        int scale = 0;
        int finest = finest(sku);
        while (scale < finest && perPeriod * POWERS[scale] < 100_000) {
            scale++;
        }
        return scale;
    }
}
