package io.focusgen.estate;

import io.focusgen.catalog.Price;
import io.focusgen.catalog.Sku;
import io.focusgen.catalog.Tier;

/** How many decimals a metered quantity has: none for what is counted, as many as its size calls for otherwise. */
public final class QuantityScale {

    private static final int MOST = 9;

    /** Decimals of a cost: what the common readers of decimal numbers have room for beside 18 digits before the point. */
    public static final int MOST_OF_COST = 20;

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
        return counted(sku) ? decimals(sku.consumedPerUnit()) : Math.min(MOST, MOST_OF_COST - decimalsOfPrice(sku));
    }

    /**
     * Decimals of its lowest price, all seven digits of it, anywhere: region, discount and currency leave two
     * thirds of the price at home.
     */
    private static int decimalsOfPrice(Sku sku) {
        int most = 0;
        for (Tier tier : sku.tiers()) {
            Price price = tier.price();
            if (!price.isZero()) {
                int digits = 0;
                while (3 * POWERS[digits] <= 2 * price.unscaled()) {
                    digits++;
                }
                most = Math.max(most, price.scale() + Price.MOST_DIGITS - digits);
            }
        }
        return most;
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
