package io.focusgen.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.focusgen.catalog.Conventions;
import io.focusgen.estate.Company;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.LoadShape;
import io.focusgen.estate.QuantityScale;
import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.Granularity;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Structure;

/**
 * A credit on a meter, by the day: negative rows of their own, whose four costs are equal. The month's credits are dealt to
 * slices by what their meters weigh, and there to the costliest of them by what they cost, of which they are a part.
 */
final class CreditCharge extends OnUsage {

    /** Decimals of {@link MonthPlan#CREDIT_PARTS}. */
    private static final int FINER = 6;

    /** Credits of a month of a falling trend are at most this part of what they are given for. */
    private static final double MOST_PART = 0.9;

    private static final Decimal LESS = new Decimal(-1, 0);

    private static final int HOURS_OF_DAY = 24;

    private static final List<Conventions.Text> PROGRAMMES = List.of(Conventions.Text.CREDIT_MIGRATION,
            Conventions.Text.CREDIT_PROMOTION, Conventions.Text.CREDIT_BONUS);

    private final String description;
    private final int periodsOfRow;

    private CreditCharge(Money money, UsageCharge usage, String description, Spread amount, int periodsOfRow) {
        super(usage, amount, Rates.costs(money, LESS, LESS), amount.count() == 1);
        this.description = description;
        this.periodsOfRow = periodsOfRow;
    }

    /**
     * The credits of a core slice.
     *
     * @param usage all of the slice
     */
    static List<Charge> of(MonthPlan month, Money money, int slice, List<UsageCharge> usage) {
        Structure structure = month.plan().structure();
        int count = structure.credits(slice);
        List<Charge> charges = new ArrayList<>();
        if (count == 0) {
            return charges;
        }
        List<UsageCharge> credited = usage.stream().filter(CreditCharge::isCredited)
                .sorted(Comparator.comparingDouble(UsageCharge::cost).reversed()).limit(count).toList();
        int rows = structure.ladder().creditRows(month.periods());
        int periodsOfRow = month.plan().spec().granularity() == Granularity.HOURLY ? HOURS_OF_DAY : 1;
        int scale = money.currency().digits() + FINER;
        String description = description(month);
        double cost = 0;
        for (UsageCharge charge : credited) {
            cost += charge.cost();
        }
        long spare = upTo(month, slice + 1) - upTo(month, slice);
        if (month.factor() < 1) {
            // Where little is left, whole disks may leave next to nothing to what credits are given for.
            spare = Math.min(spare, (long) (MOST_PART * cost * QuantityScale.powerOfTen(scale)));
        }
        double before = 0;
        for (UsageCharge charge : credited) {
            double after = before + charge.cost();
            long part = (long) (spare * (after / cost)) - (long) (spare * (before / cost));
            before = after;
            charges.add(new CreditCharge(money, charge, description,
                    Spread.of(0, rows, rows + part, month.curve(LoadShape.FLAT), scale), periodsOfRow));
        }
        return charges;
    }

    /** Whether money was dealt to it and credits are given for such. */
    private static boolean isCredited(UsageCharge charge) {
        return charge.service().category().ordinal() == LineClass.CREDITED && charge.taxed()
                && !charge.sku().isTiered() && !charge.sku().isFree();
    }

    /** What the slices before this one get beyond the least unit in every row. */
    private static long upTo(MonthPlan month, int slice) {
        Structure structure = month.plan().structure();
        int all = structure.coreSlices();
        long least = (long) structure.creditsBefore(all) * structure.ladder().creditRows(month.periods());
        long spare = Math.max(0, Math.multiplyExact(month.credits(), MonthPlan.CREDIT_PARTS) - least);
        return (long) (spare * (structure.creditWeightBefore(slice) / structure.creditWeightBefore(all)));
    }

    private static String description(MonthPlan month) {
        Company company = month.company();
        return company.catalog().conventions().text(PROGRAMMES.get(month.creditPool() % PROGRAMMES.size()))
                .replace("{id}", company.organisation().billingAccountId());
    }

    @Override
    public int periodsOfRow() {
        return periodsOfRow;
    }

    @Override
    public ChargeCategory category() {
        return ChargeCategory.CREDIT;
    }

    @Override
    public void describe(Cells cells) {
        usage().describeCredit(cells);
        cells.charge(ChargeCategory.CREDIT, ChargeFrequency.ONE_TIME, description);
    }
}
