package io.focusgen.catalog;

/**
 * A support plan charged as a share of a month's spend.
 *
 * @param sku its price is the share: 0.1 for 10 %
 * @param minimum charged per month at least
 */
public record SupportPlan(Sku sku, Price minimum) {
}
