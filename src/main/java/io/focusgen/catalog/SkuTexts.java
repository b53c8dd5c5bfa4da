package io.focusgen.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a charge says of its SKU.
 *
 * @param id SkuId
 * @param priceId SkuPriceId
 * @param meter SkuMeter
 * @param description ChargeDescription of usage at list price, or at spot price under that term
 * @param details SkuPriceDetails, or null
 */
public record SkuTexts(String id, String priceId, String meter, String description, @Nullable String details) {
}
