package io.focusgen.plan;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.MeterKind;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.LoadShape;
import io.focusgen.estate.QuantityScale;
import io.focusgen.focus.BillingMonth;

/** The plan of one billing period: a function of the company and the month alone, whatever window was asked for. */
public final class MonthPlan {

    /** Parts of a coin in which credits are counted. */
    public static final long CREDIT_PARTS = 1_000_000;

    private final Plan plan;
    private final BillingMonth month;
    private final Company company;
    private final int periods;
    private final BusyHours busyHours;
    private final List<LoadCurve> curves;
    private final List<@Nullable Tiers> tiers = new ArrayList<>();
    private final Multiplier rate;
    private final double dearer;
    private final double factor;
    private final Utilisation utilisation;
    private final double[] closing;
    private final CreditPool pool;
    private final long credits;

    MonthPlan(Plan plan, BillingMonth month) {
        this.plan = plan;
        this.month = month;
        company = plan.company().in(month);
        periods = plan.spec().granularity().periods(month);
        busyHours = BusyHours.at(company.domicile().utcOffset());
        curves = LoadCurve.all(plan.company(), month, plan.spec().granularity(),
                PeakDays.ofUse(plan.spec().dataset().peaks(), plan.company()));
        rate = plan.spec().currency().perUsd(month);
        factor = plan.factor(month);
        utilisation = plan.amounts().utilisation(month.hours(), factor);
        pool = CreditPool.of(plan.company(), month);
        double coinsPerUsd = plan.spec().currency().perUsd().toDouble()
                * QuantityScale.powerOfTen(plan.spec().currency().digits());
        credits = credits(coinsPerUsd);
        // A pool of credit is what it is, whatever the trend makes of the bill that it is used up on.
        double money = plan.amounts().money();
        double trended = (money - plan.amounts().credits()) * factor + credits / coinsPerUsd;
        dearer = plan.spec().currency().perUsd().toDouble() / rate.toDouble() * trended / (money * factor);
        closing = plan.amounts().byClass(month.hours(), dearer, factor);
        double[] classes = closing.clone();
        for (int t = 0; t < plan.company().mix().tiered().size(); t++) {
            if (plan.structure().tierLinesBefore(t, plan.structure().coreSlices()) == 0) {
                tiers.add(null);
            } else {
                double quantity = quantity(t, classes);
                LoadCurve usual = curve(plan.company().mix().tiered().get(t));
                Tiers tier = tiers(t, quantity, usual);
                closing[plan.structure().tieredClass(t)] -= dollars(t, tier);
                // What peak days add is on top: the rest of the class has what it always has.
                tiers.add(usual.rises() ? tiers(t, quantity * usual.rise(0, periods), usual.peaked()) : tier);
            }
        }
        for (int i = 0; i < closing.length; i++) {
            closing[i] = Math.max(closing[i], plan.structure().least(i));
        }
    }

    /** What a month of a falling trend cannot use up is lost. */
    private long credits(double coinsPerUsd) {
        long usual = pool.coins(Math.max(leastCredits(), Math.round(plan.amounts().credits() * coinsPerUsd)));
        return factor >= 1
                ? usual
                : Math.min(usual, Math.max(leastCredits(),
                        (long) (plan.amounts().mostCredits(month.hours(), factor) * coinsPerUsd)));
    }

    /** Coins that let every row of credits have the least that there is. */
    private long leastCredits() {
        Structure structure = plan.structure();
        long rows = (long) structure.creditsBefore(structure.coreSlices()) * structure.ladder().creditRows(periods);
        return rows == 0 ? 0 : 2 + 2 * rows / CREDIT_PARTS;
    }

    /** What a tiered SKU's money buys in a usual month. */
    private double quantity(int tiered, double[] classes) {
        double dollars = plan.amounts().tieredDollars(tiered, classes[plan.structure().tieredClass(tiered)]);
        return Tiers.quantityFor(plan.company().mix().tiered().get(tiered), dollars, level(tiered));
    }

    private Tiers tiers(int tiered, double quantity, LoadCurve curve) {
        Structure structure = plan.structure();
        int all = structure.coreSlices();
        return Tiers.of(plan.company().mix().tiered().get(tiered), quantity, structure.tierLinesBefore(tiered, all),
                structure.tierWeightBefore(tiered, all), curve);
    }

    /** Contracted prices of a tiered SKU against its base list prices, averaged over the regions by weight. */
    private double level(int tiered) {
        Structure structure = plan.structure();
        Company company = plan.company();
        Sku sku = company.mix().tiered().get(tiered);
        int last = sku.tiers().size() - 1;
        double base = sku.tiers().get(last).price().toDouble();
        double sum = 0;
        for (int slice = 0; slice < structure.coreSlices(); slice++) {
            long weight = structure.tierWeightBefore(tiered, slice + 1) - structure.tierWeightBefore(tiered, slice);
            if (weight > 0) {
                sum += weight * company.contracted(company.listPrice(sku, last, company.region(slice))).toDouble()
                        / base;
            }
        }
        return sum / structure.tierWeightBefore(tiered, structure.coreSlices());
    }

    /** What a tiered SKU's quantities cost in all, at each region's prices. */
    private double dollars(int tiered, Tiers tier) {
        Structure structure = plan.structure();
        double unit = QuantityScale.powerOfTen(tier.scale());
        double sum = 0;
        for (int slice = 0; slice < structure.coreSlices(); slice++) {
            int lines = structure.tierLinesBefore(tiered, slice + 1) - structure.tierLinesBefore(tiered, slice);
            if (lines > 0) {
                Region region = plan.company().region(slice);
                for (Tiers.Segment segment : tier.segments()) {
                    sum += unitsIn(tiered, tier, segment, slice) / unit
                            * plan.company().contracted(plan.company().listPrice(tier.sku(), segment.tier(), region))
                                    .toDouble();
                }
            }
        }
        return sum;
    }

    /** About the units of a segment that fall to a slice. */
    private double unitsIn(int tiered, Tiers tier, Tiers.Segment segment, int slice) {
        Structure structure = plan.structure();
        long from = structure.tierWeightBefore(tiered, slice);
        long to = structure.tierWeightBefore(tiered, slice + 1);
        if (periods > 1) {
            int lines = structure.tierLinesBefore(tiered, slice + 1) - structure.tierLinesBefore(tiered, slice);
            return tier.dealt(segment, from, to) + (double) lines * (segment.to() - segment.from());
        }
        int first = Math.max(segment.from(), structure.tierLinesBefore(tiered, slice));
        int end = Math.min(segment.to(), structure.tierLinesBefore(tiered, slice + 1));
        return first < end ? (double) segment.units() * (end - first) / (segment.to() - segment.from()) : 0;
    }

    /** The company as it is in this month. */
    public Company company() {
        return company;
    }

    public Plan plan() {
        return plan;
    }

    public BillingMonth month() {
        return month;
    }

    /** Charge periods of this month. */
    public int periods() {
        return periods;
    }

    /** Hours of one charge period. */
    public int hoursPerPeriod() {
        return month.hours() / periods;
    }

    /** When the company's covered machines all run. */
    public BusyHours busyHours() {
        return busyHours;
    }

    /** How use of a shape usually spreads over the month; on peak days there may be more, see {@link LoadCurve#peaked}. */
    public LoadCurve curve(LoadShape shape) {
        return curves.get(shape.index());
    }

    /** The curve that all usage of a tiered SKU follows, so that the organisation walks through its tiers together. */
    public LoadCurve curve(Sku sku) {
        return curve(sku.kind() == MeterKind.GB_MONTHS ? LoadShape.FLAT : LoadShape.PUBLIC);
    }

    /** The tiers of a SKU that has lines in this data set; their use follows the peaked curve of the SKU. */
    public Tiers tiers(int tiered) {
        return java.util.Objects.requireNonNull(tiers.get(tiered));
    }

    /** USD that core resources of this weight, which cost at least {@code least}, get in a class. */
    public double dealt(int moneyClass, double weight, double least) {
        Structure structure = plan.structure();
        double part = structure.shortWeight(moneyClass) == 0 ? 1 : 1 - structure.ladder().shortPart();
        return least + spare(moneyClass) * part * weight / structure.weight(moneyClass);
    }

    /** USD that a short-lived resource gets. */
    public double dealtShort(int moneyClass, double weight, double least) {
        Structure structure = plan.structure();
        double part = structure.weight(moneyClass) == 0 ? 1 : structure.ladder().shortPart();
        return least + spare(moneyClass) * part * weight / structure.shortWeight(moneyClass);
    }

    private double spare(int moneyClass) {
        return closing[moneyClass] - plan.structure().least(moneyClass);
    }

    /** What a dollar costs in the billing currency. One rate a month, whatever the window. */
    public Multiplier rate() {
        return rate;
    }

    /** What the trend multiplies the budget with. */
    public double factor() {
        return factor;
    }

    /** How much of what is committed this month uses, and when. */
    public Utilisation utilisation() {
        return utilisation;
    }

    /** Usage and commitment fees, which support is charged on, in USD. */
    public double usage() {
        return plan.amounts().usage(dearer * factor);
    }

    /** What is bought of others through the provider, in USD. */
    public double marketplace() {
        return plan.amounts().marketplace() * factor * plan.spec().currency().perUsd().toDouble() / rate.toDouble();
    }

    /** Credits in coins, the smallest of the billing currency. */
    public long credits() {
        return credits;
    }

    /** Which of the company's pools of credit they are from, 0 for its first. */
    public int creditPool() {
        return pool.number();
    }

    /** USD by money class that the month's standard usage is closed to, tiered meters not among it. */
    double closing(int moneyClass) {
        return closing[moneyClass];
    }

    @Override
    public String toString() {
        return month + " of " + plan + " in " + LineClass.COUNT + " classes";
    }
}
