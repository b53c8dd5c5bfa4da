package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.catalog.Conventions;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.Kit;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Resource;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.FocusColumn;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.MonthPlan;

/**
 * Reserved capacity of whole machines: what a fleet uses of it, and the rest, which is paid on demand as well. Both together
 * are the same in every charge period.
 */
final class CapacityCharge extends OnUsage {

    private static final int SCALE = 2;

    /** Part of the capacity that is used at most on average. */
    private static final double USED = 0.85;

    /** Part of it that is used at most at any time. */
    private static final double PEAK = 0.98;

    private final Company company;
    private final boolean used;

    private CapacityCharge(Company company, UsageCharge usage, Spread quantity, boolean used) {
        super(usage, quantity, usage.rates(), false);
        this.company = company;
        this.used = used;
    }

    /** Used and unused parts of the month, and the tax on them; nothing where no capacity is reserved. */
    static List<Charge> of(MonthPlan month, Money money, TaxRate tax) {
        if (month.plan().structure().ladder().capacityLines() == 0) {
            return List.of();
        }
        Company company = month.company();
        Resource fleet = company.reservedFleet();
        Kit.Line line = fleet.kit().lines().get(0);
        long units = month.plan().amounts().reservedCapacity() * month.hoursPerPeriod()
                * QuantityScale.powerOfTen(SCALE);
        Spread hours = used(month, month.curve(fleet.load(line.pattern())), units);
        List<Charge> charges = new ArrayList<>();
        for (Machine.Part part : line.machines().get(0).parts()) {
            Price list = company.listPrice(part.sku(), 0, company.home());
            Price contracted = company.contracted(list);
            UsageCharge usage = new UsageCharge(money, fleet, part.sku(), 0, PriceTerm.ON_DEMAND, contracted, hours,
                    Rates.usage(money, list, contracted, part.sku().consumedPerUnit()).times(part.amount()), null);
            charges.add(new CapacityCharge(company, usage, hours, true));
            charges.add(new CapacityCharge(company, usage, hours.restOf(units), false));
        }
        charges.add(TaxCharge.on(tax, money, new TaxCharge.SubAccountRegion(fleet.account(), company.home()),
                line.sku().service(), List.copyOf(charges)));
        return charges;
    }

    /** What the fleet uses: it follows its load, and never has all. */
    private static Spread used(MonthPlan month, LoadCurve curve, long units) {
        int periods = month.periods();
        Spread full = Spread.of(0, periods, units * periods, curve, SCALE);
        long peak = units;
        for (int i = 0; i < periods; i++) {
            peak = Math.max(peak, full.units(i));
        }
        double part = Math.min(USED, PEAK * units / peak);
        return Spread.of(0, periods, Math.max(periods, (long) (part * units * periods)), curve,
                SCALE);
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.USAGE;
    }

    @Override
    public Sku sku() {
        return usage().sku();
    }

    @Override
    public boolean eligible() {
        return usage().eligible();
    }

    @Override
    public boolean tagged() {
        return used && super.tagged();
    }

    @Override
    public void describe(Cells cells) {
        usage().describe(cells);
        String id = company.capacityReservationId();
        cells.set(FocusColumn.CAPACITY_RESERVATION_ID, id)
                .set(FocusColumn.CAPACITY_RESERVATION_STATUS, used ? "Used" : "Unused");
        if (!used) {
            Conventions conventions = company.catalog().conventions();
            cells.set(FocusColumn.CHARGE_DESCRIPTION, conventions.text(Conventions.Text.CAPACITY_UNUSED) + " "
                    + cells.get(FocusColumn.CHARGE_DESCRIPTION));
            cells.set(FocusColumn.RESOURCE_ID, id).set(FocusColumn.RESOURCE_NAME, id.substring(id.lastIndexOf('/') + 1))
                    .set(FocusColumn.RESOURCE_TYPE,
                            conventions.text(Conventions.Text.CAPACITY_RESERVATION_TYPE))
                    .set(FocusColumn.TAGS, null);
        }
    }
}
