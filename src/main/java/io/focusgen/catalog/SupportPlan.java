package io.focusgen.catalog;

import java.util.List;

/**
 * A support plan: a share of a month's spend that falls from band to band, or a fee that is the same every month.
 *
 * @param sku its tiers are the bands of spend and their prices the shares (0.1 for 10 %); or its one price is the fee
 * @param minimum of a share: charged per month at least
 * @param from USD of a month's spend from which on it is taken
 * @param flat whether it is a fee
 */
public record SupportPlan(Sku sku, Price minimum, int from, boolean flat) {

    /**
     * The plan of a company that spends so much: the largest that it calls for.
     *
     * @param plans of a provider, in ascending order, at least one
     * @param spent USD a month
     */
    public static SupportPlan of(List<SupportPlan> plans, double spent) {
        SupportPlan chosen = plans.get(0);
        for (SupportPlan plan : plans) {
            chosen = spent >= plan.from() ? plan : chosen;
        }
        return chosen;
    }

    /** Bands of spend, each with a share of its own; 1 of a fee. */
    public int bands() {
        return sku.tiers().size();
    }

    /** What it costs where so much is spent, in USD. For steering; money itself is never a double. */
    public double cost(double spent) {
        return flat ? share(0) : Math.max(minimum.toDouble(), shares(spent));
    }

    /** How much of {@code money} is spent where the plan is paid from the same money, in USD. For steering as well. */
    public double spentOf(double money) {
        if (flat) {
            return money - share(0);
        }
        double below = 0;
        double spent = 0;
        for (int band = 0; band < bands(); band++) {
            double from = sku.tiers().get(band).from();
            spent = from + (money - from - below) / (1 + share(band));
            if (sku.tiers().get(band).isOpen() || spent <= sku.tiers().get(band).to()) {
                break;
            }
            below += share(band) * (sku.tiers().get(band).to() - from);
        }
        return shares(spent) < minimum.toDouble() ? money - minimum.toDouble() : spent;
    }

    private double shares(double spent) {
        double cost = 0;
        for (Tier band : sku.tiers()) {
            double inside = Math.min(spent, band.to()) - band.from();
            cost += inside > 0 ? inside * band.price().toDouble() : 0;
        }
        return cost;
    }

    private double share(int band) {
        return sku.tiers().get(band).price().toDouble();
    }
}
