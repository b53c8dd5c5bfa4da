package io.focusgen.generate;

import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Region;
import io.focusgen.estate.Company;
import io.focusgen.estate.QuantityScale;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.Incident;
import io.focusgen.plan.MonthPlan;

/** What an incident uses in a month. */
final class IncidentUse {

    /** Machines of a fleet at its height, at least, where the money allows. */
    private static final int MEMBERS = 6;

    /** Machines of a group that is there as a whole, at most. */
    private static final int MOST_MACHINES = 1_000_000;

    private final MonthPlan month;
    private final Incident incident;
    private final Company company;
    private final Region region;

    IncidentUse(MonthPlan month, Incident incident) {
        this.month = month;
        this.incident = incident;
        company = month.company();
        region = incident.resource().region();
    }

    List<Charge> charges(Money money, TaxRate tax) {
        Machine machine = machine();
        return OnTopSlice.charges(month, money, tax, incident.resource(), machine, quantity(machine));
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
        Granularity granularity = month.plan().spec().granularity();
        int from = incident.firstPeriod(month.month(), granularity);
        int count = incident.periods(month.month(), granularity);
        if (incident.isConstant()) {
            double affordable = incident.dollarsPerHour() / company.hourly(machine, region);
            int running = (int) Math.max(1, Math.min(MOST_MACHINES, Math.round(affordable)));
            return Spread.exactly(from, count, incident.machineHours(month.month(), granularity, running), 0);
        }
        double units = incident.dollars(month.month()) / company.hourly(machine, region);
        int scale = QuantityScale.of(machine.sku(), units / count);
        long total = Math.max(count, Math.round(units * QuantityScale.powerOfTen(scale)));
        return Spread.of(from, count, total, incident.curve(month.month(), granularity), scale);
    }
}
