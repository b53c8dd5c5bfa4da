package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.focusgen.estate.Draw;
import io.focusgen.estate.Salt;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Decimal;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;

/**
 * The corrections of a month: rows of a few slices of the month before, made anew as they were then. Each takes a small
 * amount back, so that all of them together stay a known part of the budget.
 */
final class Corrections {

    /** Slices that corrections are spread over, where there are as many. */
    private static final int SLICES = 8;

    private static final int TENTHS = 10;

    /** More rows than a slice has: what is drawn in slices is set apart by it. */
    private static final long ROWS = 1L << 32;

    private final MonthPlan before;
    private final Money money;
    private final CommitmentSet commitments;
    private final Draw draw;
    private final double most;
    private final int count;
    private final List<Charge> charges = new ArrayList<>();
    private final Set<Long> taken = new TreeSet<>();

    private Corrections(MonthPlan month, CommitmentSet commitments) {
        Plan plan = month.plan();
        this.commitments = commitments;
        BillingMonth last = month.month().plus(-1);
        before = plan.month(last);
        money = new Money(plan.spec().currency(), before.rate());
        draw = plan.company().draw().of(Salt.CORRECTION).of(month.month().ordinal());
        count = plan.structure().ladder().corrections();
        most = plan.amounts().mostCorrection() * plan.factor(month.month()) * before.rate().toDouble();
    }

    /** As many as the ladder says. */
    static List<Charge> of(MonthPlan month, CommitmentSet commitments) {
        Corrections corrections = new Corrections(month, commitments);
        if (corrections.count > 0) {
            corrections.choose();
        }
        return corrections.charges;
    }

    /** A part from each of some slices, from a drawn one on; where those have too few, whatever the others have. */
    private void choose() {
        int slices = before.plan().structure().coreSlices();
        int first = draw.below(slices, 0);
        int share = (count + SLICES - 1) / SLICES;
        for (int i = 0; i < slices && charges.size() < count; i++) {
            take((first + i) % slices, share);
        }
        for (int i = 0; i < slices && charges.size() < count; i++) {
            take((first + i) % slices, Integer.MAX_VALUE);
        }
        if (charges.size() < count) {
            throw new IllegalStateException(charges.size() + " rows can be corrected instead of " + count);
        }
    }

    /** Corrects up to so many rows of a slice, far from each other, none twice. */
    private void take(int slice, int wanted) {
        List<UsageCharge> usage = CoreSlice.charges(before, money, slice, commitments).stream()
                .map(UsageCharge::peaked).filter(charge -> isCorrectable(charge)).toList();
        long rows = usage.stream().mapToLong(Charge::rows).sum();
        long bins = Math.min(wanted, rows);
        int place = 0;
        long end = usage.isEmpty() ? 0 : usage.get(0).rows();
        for (long bin = 0; bin < bins && charges.size() < count; bin++) {
            long from = rows * bin / bins;
            long row = from + draw.below((int) Math.min(Integer.MAX_VALUE, rows * (bin + 1) / bins - from),
                    slice * ROWS + bin);
            while (row >= end) {
                end += usage.get(++place).rows();
            }
            if (taken.add(slice * ROWS + row)) {
                UsageCharge charge = usage.get(place);
                charges.add(correct(charge, (int) (row - end + charge.rows())));
            }
        }
    }

    /** Of costs with more digits behind those of coins the sum could not be rounded by a number that is a long. */
    private boolean isCorrectable(UsageCharge charge) {
        int decimals = charge.rates().billed().scale() + charge.quantity().scale();
        return charge.correctable() && unit(charge) <= most
                && decimals <= Decimal.MOST_SCALE + money.currency().digits();
    }

    /** What one unit of a charge costs. */
    private static double unit(UsageCharge charge) {
        return charge.cost() / charge.quantity().total();
    }

    private Charge correct(UsageCharge charge, int index) {
        Spread quantity = charge.quantity();
        long units = quantity.units(index);
        long drawn = units * (1 + draw.below(TENTHS, index)) / TENTHS;
        long back = Math.max(1, Math.min(drawn, (long) (most / unit(charge))));
        int hours = before.hoursPerPeriod();
        long start = before.month().startHour() + (long) quantity.period(index) * hours;
        return new CorrectionCharge(charge, back, new ChargePeriod(start, start + hours), back == units);
    }
}
