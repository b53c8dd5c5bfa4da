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
            charges.addAll(wasted(month, money, tax, wasted, wasted.machine()));
        }
        return charges;
    }

    /** What a wasted resource costs, or would if it were another machine. */
    static List<Charge> wasted(MonthPlan month, Money money, TaxRate tax, WastedResource wasted, Machine machine) {
        Spread quantity = wasted.stored() == 0
                ? Spread.always(month, machine.sku().hoursOfUnit(month.month().hours()), 1)
                : Spread.stored(month, machine.sku(), wasted.stored());
        return charges(month, money, tax, wasted.resource(), machine, quantity);
    }

    /** A charge for each part of a machine on demand, and their tax. */
    static List<Charge> charges(MonthPlan month, Money money, TaxRate tax, Resource known, Machine machine,
            Spread quantity) {
        Company company = month.company();
        Resource resource = known.in(company);
        Region region = resource.region();
        List<UsageCharge> usage = new ArrayList<>();
        for (Machine.Part part : machine.parts()) {
            Price list = company.listPrice(part.sku(), 0, region);
            Price contracted = company.contracted(list);
            usage.add(new UsageCharge(money, resource, part.sku(), 0, PriceTerm.ON_DEMAND, contracted, quantity,
                    Rates.usage(money, list, contracted, part.sku().consumedPerUnit()).times(part.amount()), null));
        }
        List<Charge> charges = new ArrayList<>(usage);
        if (month.plan().structure().ladder().tax()) {
            charges.addAll(
                    TaxCharge.of(tax, money, new TaxCharge.SubAccountRegion(resource.account(), region), usage));
        }
        return charges;
    }
}
