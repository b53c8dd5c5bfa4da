package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.estate.Company;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Resource;
import io.focusgen.plan.Incident;
import io.focusgen.plan.MonthPlan;

/**
 * What incidents cost in a month: rows on top of all others, incident after incident, each with its own tax. Untiered usage
 * on demand, so that no price and no commitment knows of it.
 */
final class IncidentSlice {

    /** Machines of a fleet at its height, at least, where the money allows. */
    private static final int MEMBERS = 6;

    private final MonthPlan month;
    private final Money money;
    private final Company company;
    private final Incident incident;
    private final Region region;

    private IncidentSlice(MonthPlan month, Money money, Incident incident) {
        this.month = month;
        this.money = money;
        this.incident = incident;
        company = month.company();
        region = incident.resource().region();
    }

    static List<Charge> charges(MonthPlan month, Money money, TaxRate tax) {
        List<Charge> charges = new ArrayList<>();
        for (Incident incident : month.plan().incidents().in(month.month())) {
            List<UsageCharge> usage = new IncidentSlice(month, money, incident).usage();
            charges.addAll(usage);
            if (month.plan().structure().ladder().tax()) {
                charges.addAll(TaxCharge.of(tax, money,
                        new TaxCharge.SubAccountRegion(incident.resource().in(month.company()).account(),
                                incident.resource().region()),
                        usage));
            }
        }
        return charges;
    }

    /** A charge for each part of the machine. */
    private List<UsageCharge> usage() {
        Machine machine = machine();
        Spread quantity = quantity(machine);
        Resource resource = incident.resource().in(company);
        List<UsageCharge> charges = new ArrayList<>();
        for (Machine.Part part : machine.parts()) {
            Price list = company.listPrice(part.sku(), 0, region);
            Price contracted = company.contracted(list);
            charges.add(new UsageCharge(money, resource, part.sku(), 0, PriceTerm.ON_DEMAND, contracted, quantity,
                    Rates.usage(money, list, contracted, part.sku().consumedPerUnit()).times(part.amount()), null));
        }
        return charges;
    }

    /** The dearest of which there are several for the money, else the cheapest. */
    private Machine machine() {
        Machine chosen = incident.machines().get(0);
        for (Machine machine : incident.machines()) {
            chosen = company.hourly(machine, region) * MEMBERS <= incident.dollarsPerHour() ? machine : chosen;
        }
        return chosen;
    }

    private Spread quantity(Machine machine) {
        int from = incident.firstPeriod(month.month(), month.plan().spec().granularity());
        int count = incident.periods(month.month(), month.plan().spec().granularity());
        double units = incident.dollars(month.month()) / company.hourly(machine, region);
        int scale = QuantityScale.of(machine.sku(), units / count);
        long total = Math.max(count, Math.round(units * QuantityScale.powerOfTen(scale)));
        return Spread.of(from, count, total, incident.curve(month.month(), month.plan().spec().granularity()), scale);
    }
}
