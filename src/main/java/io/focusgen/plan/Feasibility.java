package io.focusgen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoublePredicate;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.SupportPlan;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Salt;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.Budget;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * Finds the budget and coverage that the resources of a request can carry. What was asked for explicitly is met or
 * refused with what is feasible; a default or about-so-much bends to the nearest feasible value.
 */
final class Feasibility {

    private static final int STEPS = 24;
    private static final double MOST = 1e11;
    private static final double ROUND = 100;

    /** A part, so that few tries are enough for a large budget, too. */
    private static final double STEP = 1.001;

    /** How far a default budget bends for a coverage that was asked for. */
    private static final double MOST_BENT = 10;

    private static final double MOST_COVERAGE = 0.95;
    private static final double COVERAGE_STEP = 0.05;

    private final BillSpec spec;
    private final Holdings holdings;
    private final Utilisation utilisation;
    private final double[] shares;

    Feasibility(BillSpec spec, Holdings holdings, Utilisation utilisation) {
        this.spec = spec;
        this.holdings = holdings;
        this.utilisation = utilisation;
        Draw leaning = new Draw(spec.seed()).of(Salt.LEANING).of(spec.profile().salt()).of(spec.provider().salt());
        shares = Shares.of(spec.distribution(), spec.profile(), leaning);
    }

    Amounts amounts() {
        Budget.Amount wanted = spec.budget();
        BigDecimal asked = wanted == null || wanted.about() ? null : wanted.value();
        Amounts amounts = atTheStart(wanted, asked);
        if (asked != null) {
            requireTrend(amounts, asked);
        }
        return amounts;
    }

    /**
     * A budget that was asked for is met in every month or refused. What is refused may depend on the window, what a month
     * costs must not: so a default budget does not bend for a trend, but single months do.
     */
    private void requireTrend(Amounts amounts, BigDecimal asked) {
        if (spec.trend().start() == null) {
            return;
        }
        double most = MonthFactor.most(spec);
        BigDecimal mostAsked = Budget.MOST.divide(new BigDecimal(most), 2, RoundingMode.DOWN);
        if (asked.compareTo(mostAsked) > 0) {
            throw refused("budget", asked, "Must be at most " + mostAsked.toPlainString() + ": the trend rises to "
                    + text(most, 2) + " times of it, which no month may be above.");
        }
        double factor = MonthFactor.least(spec);
        if (!amounts.carries(factor)) {
            throw fallsTooFar(amounts.budget(), asked, factor);
        }
    }

    /**
     * Where more money is enough, that is named. Commitments are paid in every month, so that no money may be; then it is less of
     * them, or both.
     */
    private RuntimeException fallsTooFar(double budget, BigDecimal asked, double factor) {
        Double enough = leastBudget(budget, coverage(), true, factor);
        double most = mostCoverage(coverage(), part -> feasible(budget, part, true, factor));
        String falls = " where the trend falls to " + text(factor, 4) + " of ";
        if (enough == null && most > 0) {
            return refused("commitmentCoverage", spec.commitmentCoverage(), "Must be at most " + text(most, 2) + falls
                    + "the budget: what is committed is paid in every month, and no budget is enough for more.");
        }
        if (enough != null) {
            return tooSmall(enough, null,
                    falls + "it" + (most > 0 ? ", or commitmentCoverage at most " + text(most, 2) : "") + ".");
        }
        for (int steps = (int) (coverage() / COVERAGE_STEP); steps > 0; steps--) {
            Double less = leastBudget(budget, steps * COVERAGE_STEP, true, factor);
            if (less != null) {
                String part = text(steps * COVERAGE_STEP, 2);
                return tooSmall(less, new BigDecimal(part), falls + "it, with a commitmentCoverage of " + part + ".");
            }
        }
        return refused("budget", asked, "No budget carries so many rows and commitments" + falls + "it.");
    }

    private double coverage() {
        BigDecimal given = spec.commitmentCoverage();
        return (given == null ? DatasetSpec.DEFAULT_COVERAGE : given).doubleValue();
    }

    private Amounts atTheStart(Budget.@Nullable Amount wanted, @Nullable BigDecimal asked) {
        BigDecimal given = spec.commitmentCoverage();
        // That nothing be covered can always be met.
        BigDecimal covered = given == null || given.signum() == 0 ? null : given;
        double budget = wanted == null ? spec.profile().naturalBudget() : wanted.value().doubleValue() / perUsd();
        double coverage = coverage();
        amounts(budget, coverage).balance();
        Amounts amounts = amounts(budget, coverage);
        if (amounts.feasible()) {
            return amounts;
        }
        if (asked == null) {
            Double least = leastBudget(budget, coverage, false, 1);
            if (least != null && (covered == null || least <= MOST_BENT * budget)) {
                return amounts(least, coverage);
            }
            throw covered == null
                    ? refused("rows", BigDecimal.valueOf(spec.rows()),
                            "Must be fewer: no budget up to " + text(MOST, 0)
                                    + " USD a month carries so many resources.")
                    : refused("commitmentCoverage", covered, coverages(budget));
        }
        double most = given == null ? mostCoverage(budget) : 0;
        if (most > 0) {
            return amounts(budget, most);
        }
        Double least = leastBudget(budget, coverage, true, 1);
        if (least == null) {
            throw refused("budget", asked, "No budget carries so many rows at this coverage.");
        }
        throw tooSmall(least, null, covered == null ? "." : " at this coverage.");
    }

    private TooSmallBudget tooSmall(double enough, @Nullable BigDecimal coverage, String rest) {
        return new TooSmallBudget(new BigDecimal(text(enough * perUsd(), 2)), coverage, rest);
    }

    private double perUsd() {
        return spec.currency().perUsd().toDouble();
    }

    private String coverages(double budget) {
        double most = mostCoverage(budget);
        return most == 0
                ? "Must be 0 for so many rows at the profile's budget."
                : "Must be 0, or near " + text(most, 2)
                        + " at most, at the profile's budget; or ask for a larger budget.";
    }

    private Amounts amounts(double budget, double coverage) {
        return new Amounts(holdings, shares, budget, coverage, utilisation, holdings.structure().company().support());
    }

    /** As if the budget had been asked for: a larger one calls for another support plan. */
    private boolean feasible(double budget, double coverage, boolean asked, double factor) {
        SupportPlan plan = asked
                ? SupportPlan.of(holdings.structure().company().catalog().supportPlans(), budget)
                : holdings.structure().company().support();
        Amounts amounts = new Amounts(holdings, shares, budget, coverage, utilisation, plan);
        return amounts.feasible() && (factor >= 1 || amounts.carries(factor));
    }

    /**
     * @param asked whether the company would be one that asks for the least, or stays the one that it is
     * @param factor what a trend falls to; 1 for none
     */
    private @Nullable Double leastBudget(double from, double coverage, boolean asked, double factor) {
        double low = from;
        double high = from;
        while (!feasible(high, coverage, asked, factor)) {
            low = high;
            high *= 2;
            if (high > MOST) {
                return null;
            }
        }
        for (int i = 0; i < STEPS && high - low > 0.005 * high; i++) {
            double middle = (low + high) / 2;
            if (feasible(middle, coverage, asked, factor)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        // Commitments come in whole machines, so a little more money is not always enough for what less was enough for.
        double round = rounded(high);
        while (round <= MOST && !feasible(round, coverage, asked, factor)) {
            round = rounded(round * STEP);
        }
        return round <= MOST ? round : null;
    }

    private static double rounded(double budget) {
        return Math.ceil(budget / ROUND) * ROUND;
    }

    /** The highest coverage that this budget allows, in hundredths, or 0. */
    private double mostCoverage(double budget) {
        return mostCoverage(MOST_COVERAGE, part -> amounts(budget, part).feasible());
    }

    /** The highest coverage up to this one that is allowed, in hundredths, or 0. */
    private static double mostCoverage(double from, DoublePredicate allowed) {
        for (int hundredths = (int) (from * 100 + 1e-9); hundredths > 0; hundredths--) {
            if (allowed.test(hundredths / 100.0)) {
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
