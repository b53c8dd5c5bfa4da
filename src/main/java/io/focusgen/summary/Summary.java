package io.focusgen.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;

/**
 * What a whole data set adds up to. Costs in different currencies are never added: then the whole has dollars only, the sum
 * of PricingCurrencyEffectiveCost.
 *
 * @param bills one for each provider, in the order of the rows; all its months
 * @param total all of them together, by everything but services, whose names are each provider's own
 */
public record Summary(List<Breakdown> bills, Breakdown total) {

    public Summary {
        bills = List.copyOf(bills);
    }

    /**
     * Adds a data set up: all of it, whatever its shard. Takes about a second for a million charges, so never call it on an
     * event loop; see {@link Effort} for how many there may be.
     *
     * @param cancelled asked again and again, from this thread; yes ends the work
     * @throws CancellationException where it says yes
     */
    public static Summary of(DatasetPlan plan, BooleanSupplier cancelled) {
        return of(plan, cancelled, (bill, month, charge) -> {
        });
    }

    /** As {@link #of}, and shows what it adds up. */
    public static Summary of(DatasetPlan plan, BooleanSupplier cancelled, ChargeWatcher watcher) {
        List<Breakdown> bills = new ArrayList<>();
        for (Plan bill : plan.bills()) {
            bills.add(BillCounter.of(bill, cancelled, watcher));
        }
        return new Summary(bills, total(bills));
    }

    private static Breakdown total(List<Breakdown> bills) {
        String currency = bills.get(0).currency();
        boolean one = bills.stream().map(Breakdown::currency).distinct().count() == 1;
        Tables tables = new Tables();
        KpiSums kpis = null;
        for (Breakdown bill : bills) {
            tables.add(one ? bill.costs() : bill.costs().inDollars());
            kpis = kpis == null || bill.kpis() == null ? bill.kpis() : kpis.plus(bill.kpis());
            bill.tables().forEach((dimension, groups) -> {
                if (dimension.acrossProviders()) {
                    groups.forEach(group -> tables.add(dimension, one
                            ? group
                            : new Group(group.name(), group.serviceCategory(), group.costs().inDollars())));
                }
            });
        }
        return new Breakdown(null, one ? currency : null, tables.total(), tables.sorted(), one ? kpis : null);
    }
}
