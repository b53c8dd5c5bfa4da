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
 * @param consumed consumed units in a pricing unit, or 0 where nothing is consumed
 * @param priced whether prices and a pricing quantity stand in the row; tax and credits have none
 */
public record Rates(Decimal list, Decimal contracted, Decimal billed, Decimal effective, @Nullable Decimal commitment,
        long consumed,
        boolean priced) {

    /** Ordinary usage: billed at the contracted price. */
    static Rates usage(Price listPrice, Price contractedPrice, long consumed) {
        Decimal list = exact(listPrice);
        Decimal contracted = contractedPrice.equals(listPrice) ? list : exact(contractedPrice);
        return new Rates(list, contracted, contracted, contracted, null, consumed, true);
    }

    /** Usage that a commitment covers. */
    static Rates covered(Price list, Price contracted, Price effective, Decimal commitment, long consumed) {
        return new Rates(exact(list), exact(contracted), Decimal.ZERO, exact(effective), commitment, consumed, true);
    }

    /** A commitment's unused part. */
    static Rates unused(Decimal rate, Decimal commitment) {
        return new Rates(rate, rate, Decimal.ZERO, rate, commitment, 0, true);
    }

    /** The purchase of a commitment: paid now, effective where it is used. */
    static Rates commitmentPurchase(Decimal rate, Decimal commitment) {
        return new Rates(rate, rate, rate, Decimal.ZERO, commitment, 0, true);
    }

    /** A purchase that is consumed at once. */
    static Rates purchase(Decimal rate) {
        return new Rates(rate, rate, rate, rate, null, 0, true);
    }

    /** Costs that come from other rows. */
    static Rates costs(Decimal list, Decimal billed) {
        return new Rates(list, billed, billed, billed, null, 0, false);
    }

    /** A price of the catalogue as an exact number. */
    static Decimal exact(Price price) {
        return new Decimal(price.unscaled(), price.scale());
    }
}
