package io.focusgen.generate;

import java.util.List;

import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.Resource;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Tiers;

/** A meter whose price falls with the organisation's total: a charge for each tier that its month walks through. */
final class TieredUsage {

    private TieredUsage() {
    }

    /**
     * Adds the charges of one line.
     *
     * @param line its number among all lines of the SKU
     * @param before weight of the lines before it
     * @param weight its own
     */
    static void charges(MonthPlan month, Money money, Resource resource, int tiered, int line, long before, long weight,
            List<UsageCharge> charges) {
        Tiers tiers = month.tiers(tiered);
        for (Tiers.Segment segment : tiers.segments()) {
            if (month.periods() > 1) {
                int count = segment.to() - segment.from();
                long units = count + tiers.dealt(segment, before, before + weight);
                charges.add(charge(month, money, resource, tiers, segment,
                        Spread.of(segment.from(), count, units, month.curve(tiers.sku()).peaked(),
                                tiers.scale())));
            } else if (segment.from() <= line && line < segment.to()) {
                long spare = segment.spare() / (segment.to() - segment.from());
                long rest = segment.spare() % (segment.to() - segment.from());
                long units = 1 + spare + (line - segment.from() < rest ? 1 : 0);
                charges.add(
                        charge(month, money, resource, tiers, segment, Spread.constant(0, 1, units, tiers.scale())));
            }
        }
    }

    private static UsageCharge charge(MonthPlan month, Money money, Resource resource, Tiers tiers,
            Tiers.Segment segment,
            Spread quantity) {
        Company company = month.company();
        Sku sku = tiers.sku();
        Price list = company.listPrice(sku, segment.tier(), resource.region());
        return new UsageCharge(money, resource, sku, segment.tier(), PriceTerm.ON_DEMAND, company.contracted(list),
                quantity,
                Rates.usage(money, list, company.contracted(list), sku.consumedPerUnit()), null);
    }
}
