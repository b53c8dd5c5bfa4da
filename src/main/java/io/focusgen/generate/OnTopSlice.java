package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.estate.Company;
import io.focusgen.estate.Resource;
import io.focusgen.plan.Incident;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.WastedResource;

/**
 * Rows on top of those that were asked for: what goes wrong, then what is wasted, each thing with its own tax. Untiered usage
 * on demand, so that no price, no commitment and no other row knows of it.
 */
final class OnTopSlice {

    private OnTopSlice() {
    }

    static List<Charge> charges(MonthPlan month, Money money, TaxRate tax) {
        List<Charge> charges = new ArrayList<>();
        for (Incident incident : month.plan().incidents().in(month.month())) {
            charges.addAll(new IncidentUse(month, incident).charges(money, tax));
        }
        for (WastedResource wasted : month.plan().waste().all()) {
            charges.addAll(wasted(month, money, tax, wasted, wasted.meters()));
        }
        return charges;
    }

    /** What a wasted resource costs with these meters, or would. */
    static List<Charge> wasted(MonthPlan month, Money money, TaxRate tax, WastedResource wasted,
            List<WastedResource.Meter> meters) {
        Resource resource = wasted.resource().in(month.company());
        List<UsageCharge> usage = new ArrayList<>();
        for (WastedResource.Meter meter : meters) {
            Machine machine = meter.machine();
            Spread quantity = meter.stored() == 0
                    ? Spread.always(month, machine.sku().hoursOfUnit(month.month().hours()), 1)
                    : Spread.stored(month, machine.sku(), meter.stored());
            usage.addAll(usage(month, money, resource, machine, quantity));
        }
        return taxed(month, money, tax, resource, usage);
    }

    /** A charge for each part of a machine on demand, and their tax. */
    static List<Charge> charges(MonthPlan month, Money money, TaxRate tax, Resource known, Machine machine,
            Spread quantity) {
        Resource resource = known.in(month.company());
        return taxed(month, money, tax, resource, usage(month, money, resource, machine, quantity));
    }

    private static List<UsageCharge> usage(MonthPlan month, Money money, Resource resource, Machine machine,
            Spread quantity) {
        Company company = month.company();
        Region region = resource.region();
        List<UsageCharge> usage = new ArrayList<>();
        for (Machine.Part part : machine.parts()) {
            Price list = company.listPrice(part.sku(), 0, region);
            Price contracted = company.contracted(list);
            usage.add(new UsageCharge(money, resource, part.sku(), 0, PriceTerm.ON_DEMAND, contracted, quantity,
                    Rates.usage(money, list, contracted, part.sku().consumedPerUnit()).times(part.amount()), null));
        }
        return usage;
    }

    private static List<Charge> taxed(MonthPlan month, Money money, TaxRate tax, Resource resource,
            List<UsageCharge> usage) {
        List<Charge> charges = new ArrayList<>(usage);
        if (month.plan().structure().ladder().tax()) {
            charges.addAll(
                    TaxCharge.of(tax, money, new TaxCharge.SubAccountRegion(resource.account(), resource.region()),
                            usage));
        }
        return charges;
    }
}
