package io.focusgen.catalog;

/**
 * A support plan: a share of a month's spend, or a fee that is the same every month.
 *
 * @param sku its price is the share (0.1 for 10 %) or the fee
 * @param minimum of a share: charged per month at least
 * @param from USD of a month's spend from which on it is taken
 * @param flat whether it is a fee
 */
public record SupportPlan(Sku sku, Price minimum, int from, boolean flat) {

    /** What it costs where so much is spent, in USD. For steering; money itself is never a double. */
    public double cost(double spent) {
        double price = sku.tiers().get(0).price().toDouble();
        return flat ? price : Math.max(minimum.toDouble(), price * spent);
    }
}
