package io.focusgen.pricelist;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.generate.Money;

/**
 * One SkuPriceId in one period: at most one line of a list for every SkuPriceId and month.
 *
 * @param bill whose list it is in
 * @param period when the price holds
 * @param money what the bills are in, then
 * @param region null for everywhere
 */
record PriceLine(PricedBill bill, Period period, Money money, Sku sku, @Nullable Region region,
        SkuPrices.Terms terms) {
}
