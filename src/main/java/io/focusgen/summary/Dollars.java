package io.focusgen.summary;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.ExactSum;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Rates;
import io.focusgen.generate.Spread;

/**
 * The dollars of charges in another currency: PricingCurrencyEffectiveCost, which every row rounds half up by itself, so that
 * its sum needs a quotient for every different row.
 */
final class Dollars {

    private static final int DECIMALS = Rates.PER_USD_DECIMALS;

    private static final long[] POWERS = new long[Long.toString(Long.MAX_VALUE).length()];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** What a sum is split by that is more than a long. */
    private static final int PART = 1 << 20;

    private final Decimal effective;
    private final Decimal perUsd;
    private final int quantityScale;

    /** What the product of two whole numbers is multiplied with before it is divided; 0 where the long way is taken. */
    private final long times;
    private final long divisor;

    private Dollars(Decimal effective, Decimal perUsd, int quantityScale) {
        this.effective = effective;
        this.perUsd = perUsd;
        this.quantityScale = quantityScale;
        int power = DECIMALS - effective.scale() - quantityScale + perUsd.scale();
        boolean quick = Math.abs(power) < POWERS.length
                && (power >= 0 || Math.multiplyHigh(perUsd.unscaled(), POWERS[-power]) == 0
                        && perUsd.unscaled() * POWERS[-power] > 0);
        times = !quick ? 0 : power >= 0 ? POWERS[power] : 1;
        divisor = !quick ? 0 : power >= 0 ? perUsd.unscaled() : perUsd.unscaled() * POWERS[-power];
    }

    /** Adds the dollars of every row of a charge. */
    static void add(Charge charge, Decimal perUsd, ExactSum sum) {
        Spread quantity = charge.quantity();
        Dollars dollars = new Dollars(charge.rates().effective(), perUsd, quantity.scale());
        if (quantity.constant()) {
            dollars.add(quantity.units(0), quantity.count(), sum);
            return;
        }
        for (int i = 0; i < quantity.count(); i++) {
            dollars.add(quantity.units(i), 1, sum);
        }
    }

    private void add(long units, int rows, ExactSum sum) {
        long factor = effective.unscaled();
        long cost = factor * units;
        long numerator = Math.abs(cost) * times;
        boolean quick = times != 0 && fits(factor, units) && cost != Long.MIN_VALUE && fits(Math.abs(cost), times);
        if (quick) {
            long quotient = numerator / divisor;
            long rest = numerator - quotient * divisor;
            long rounded = rest >= divisor - rest ? quotient + 1 : quotient;
            sum.add(cost < 0 ? -rounded : rounded, rows, DECIMALS);
        } else {
            BigDecimal exact = new BigDecimal(BigInteger.valueOf(factor).multiply(BigInteger.valueOf(units)),
                    effective.scale() + quantityScale);
            BigInteger[] parts = exact.divide(perUsd.toBigDecimal(), DECIMALS, RoundingMode.HALF_UP).unscaledValue()
                    .divideAndRemainder(BigInteger.valueOf(PART));
            sum.add(parts[0].longValueExact(), Math.multiplyExact(rows, PART), DECIMALS);
            sum.add(parts[1].longValueExact(), rows, DECIMALS);
        }
    }

    private static boolean fits(long factor, long other) {
        return Math.multiplyHigh(factor, other) == factor * other >> Long.SIZE - 1;
    }
}
