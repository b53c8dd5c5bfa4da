package io.focusgen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * Finds the budget and coverage that the resources of a request can carry. What was asked for explicitly is met or
 * refused with what is feasible; a default bends to the nearest feasible value.
 */
final class Feasibility {

    private static final int STEPS = 24;
    private static final double MOST = 1e12;

    private final DatasetSpec spec;
    private final Structure structure;
    private final double utilisation;
    private final double[] shares;

    Feasibility(DatasetSpec spec, Structure structure, double utilisation) {
        this.spec = spec;
        this.structure = structure;
        this.utilisation = utilisation;
        shares = Shares.of(spec.distribution(), spec.profile());
    }

    Amounts amounts() {
        BigDecimal asked = spec.budget();
        double budget = asked == null ? spec.profile().naturalBudget() : asked.doubleValue();
        double coverage = (spec.commitmentCoverage() == null ? DatasetSpec.DEFAULT_COVERAGE : spec.commitmentCoverage())
                .doubleValue();
        Amounts amounts = amounts(budget, coverage);
        if (amounts.feasible()) {
            return amounts;
        }
        if (asked == null) {
            Double least = leastBudget(budget, coverage);
            if (least == null) {
                throw refused("commitmentCoverage", spec.commitmentCoverage(),
                        "at most " + text(mostCoverage(budget), 2)
                                + " of the eligible usage can be covered here");
            }
            return amounts(least, coverage);
        }
        double most = spec.commitmentCoverage() == null ? mostCoverage(budget) : -1;
        if (most > 0) {
            return amounts(budget, most);
        }
        Double least = leastBudget(budget, coverage);
        throw refused("budget", asked, least == null
                ? "no budget carries these rows at this coverage"
                : "from " + text(least, 2) + " USD a month for this many rows and this coverage");
    }

    private Amounts amounts(double budget, double coverage) {
        return new Amounts(structure, shares, budget, coverage, utilisation);
    }

    private @Nullable Double leastBudget(double from, double coverage) {
        double low = from;
        double high = from;
        while (!amounts(high, coverage).feasible()) {
            low = high;
            high *= 2;
            if (high > MOST) {
                return null;
            }
        }
        for (int i = 0; i < STEPS && high - low > 0.005 * high; i++) {
            double middle = (low + high) / 2;
            if (amounts(middle, coverage).feasible()) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Math.ceil(high / 100) * 100;
    }

    /** The highest coverage that this budget allows, in hundredths, or 0. */
    private double mostCoverage(double budget) {
        for (int hundredths = 95; hundredths > 0; hundredths--) {
            if (amounts(budget, hundredths / 100.0).feasible()) {
                return hundredths / 100.0;
            }
        }
        return 0;
    }

    private static String text(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    private static RefusedException refused(String field, @Nullable BigDecimal value, String message) {
        return new RefusedException(
                List.of(new Violation(field, value == null ? null : value.toPlainString(), message, null)));
    }
}
