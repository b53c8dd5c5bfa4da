package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Price;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Decimal;

/**
 * The billing currency of a month and what a dollar costs in it. Prices are dollars; a local unit price is one times the
 * month's rate, rounded to seven digits, and everything else is exact in the local currency.
 *
 * @param currency of all costs
 * @param rate local units for a dollar
 */
public record Money(Currency currency, Multiplier rate) {

    /** The same currency in another month. */
    Money of(BillingMonth month) {
        return new Money(currency, currency.perUsd(month));
    }

    /** A unit price in the billing currency. */
    public Price localPrice(Price usd) {
        return currency.isUsd() ? usd : usd.times(rate);
    }

    /** The same as an exact number. */
    Decimal local(Price usd) {
        return Rates.exact(localPrice(usd));
    }

    /** The rate, or null where the bill is in dollars. */
    @Nullable
    Decimal perUsd() {
        return currency.isUsd() ? null : new Decimal(rate.unscaled(), rate.scale());
    }
}
