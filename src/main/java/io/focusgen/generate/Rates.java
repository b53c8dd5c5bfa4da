package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Price;
import io.focusgen.focus.Decimal;

/**
 * What one unit of a charge costs in each of FOCUS's senses. Every number of a row is one of these times its quantity, so
 * that all of them are exact.
 *
 * @param list ListUnitPrice; on a charge without prices the ListCost itself
 * @param contracted ContractedUnitPrice; likewise
 * @param billed what is invoiced for a unit
 * @param effective what a unit costs with prepayments spread
 * @param commitment commitment units (hours or dollars) that a unit uses or buys, or null
 * @param consumed consumed units in a unit, or null where nothing is consumed
 * @param priced pricing units in a unit, or null where no prices and no pricing quantity stand in the row: tax and credits
 * @param perUsd what a dollar, the pricing currency, costs in the billing currency; null where they are the same
 */
public record Rates(Decimal list, Decimal contracted, Decimal billed, Decimal effective, @Nullable Decimal commitment,
        @Nullable Decimal consumed, @Nullable Decimal priced, @Nullable Decimal perUsd) {

    /** Decimals of what is divided by {@link #perUsd}, which has no end by itself. */
    public static final int PER_USD_DECIMALS = 10;

    /** Ordinary usage: billed at the contracted price. */
    static Rates usage(Money money, Price listPrice, Price contractedPrice, long consumed) {
        Decimal list = money.local(listPrice);
        Decimal contracted = contractedPrice.equals(listPrice) ? list : money.local(contractedPrice);
        return new Rates(list, contracted, contracted, contracted, null, new Decimal(consumed, 0), Decimal.ONE,
                money.perUsd());
    }

    /** Usage that a commitment covers. @param effective in the billing currency */
    static Rates covered(Money money, Price list, Price contracted, Decimal effective, Decimal commitment,
            long consumed) {
        return new Rates(money.local(list), money.local(contracted), Decimal.ZERO, effective, commitment,
                new Decimal(consumed, 0), Decimal.ONE, money.perUsd());
    }

    /** A commitment's unused part. @param effective in the billing currency */
    static Rates unused(Money money, Price price, Decimal effective) {
        Decimal rate = money.local(price);
        return new Rates(rate, rate, Decimal.ZERO, effective, Decimal.ONE, null, Decimal.ONE, money.perUsd());
    }

    /** The purchase of a commitment: paid now, effective where it is used. */
    static Rates commitmentPurchase(Money money, Price price) {
        Decimal rate = money.local(price);
        return new Rates(rate, rate, rate, Decimal.ZERO, Decimal.ONE, null, Decimal.ONE, money.perUsd());
    }

    /** A purchase that is consumed at once. */
    static Rates purchase(Money money, Price price) {
        Decimal rate = money.local(price);
        return new Rates(rate, rate, rate, rate, null, null, Decimal.ONE, money.perUsd());
    }

    /** The same prices, but the bill of somebody else: here it costs nothing. */
    Rates invoicedElsewhere() {
        return new Rates(list, contracted, Decimal.ZERO, Decimal.ZERO, commitment, consumed, priced, perUsd);
    }

    /** Costs that come from other rows, in the billing currency. */
    static Rates costs(Money money, Decimal list, Decimal billed) {
        return new Rates(list, billed, billed, billed, null, null, null, money.perUsd());
    }

    /** Those of so many at once: a machine's part of which it has several. */
    Rates times(int amount) {
        return amount == 1
                ? this
                : new Rates(times(list, amount), times(contracted, amount), times(billed, amount),
                        times(effective, amount), commitment == null ? null : times(commitment, amount),
                        consumed == null ? null : times(consumed, amount),
                        priced == null ? null : times(priced, amount),
                        perUsd);
    }

    private static Decimal times(Decimal rate, int amount) {
        return new Decimal(Math.multiplyExact(rate.unscaled(), amount), rate.scale());
    }

    /** A price of the catalogue as an exact number. */
    static Decimal exact(Price price) {
        return new Decimal(price.unscaled(), price.scale());
    }
}
