package io.focusgen.catalog;

import java.util.Locale;

/** Under which terms a SKU is charged; with the tier it makes a SkuPriceId. */
public enum PriceTerm {
    ON_DEMAND,
    SPOT,
    /** Usage covered by a commitment. */
    COMMITTED,
    /** The recurring fee of a commitment. */
    PURCHASE,
    /** What is paid for a commitment at once. */
    UPFRONT,
    /** The part of a commitment that nobody used. */
    UNUSED;

    /** As in price lists and tables, e.g. {@code on-demand}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
