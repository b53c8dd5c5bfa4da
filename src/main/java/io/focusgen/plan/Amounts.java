package io.focusgen.plan;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Currency;
import io.focusgen.catalog.SupportPlan;
import io.focusgen.estate.Company;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.Salt;
import io.focusgen.focus.ServiceCategory;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Trend;

/**
 * What each money class costs: the budget from the top down, before it is dealt to slices. Doubles steer quantities here;
 * every amount on a bill is then an exact product of a price and a quantity.
 */
public final class Amounts {

    /** Part of the compute money that commitments may cover, where both kinds of compute are there. */
    private static final double ELIGIBLE_PART = 0.88;

    /** Corrections against the budget, about. */
    private static final double CORRECTED_PART = 0.0005;

    /** What is bought of others through the provider, against the budget: from this part. */
    private static final double MARKETPLACE_PART = 0.01;

    /** To so much more. */
    private static final double MARKETPLACE_RANGE = 0.015;

    /** What capacity is reserved, against the budget, about. */
    private static final double CAPACITY_PART = 0.004;

    private static final int FEWEST_RESERVED = 2;
    private static final long MOST_RESERVED = 100_000;

    /** Money that tiered meters get of what their weight calls for; the rest closes the class. */
    static final double TIERED_PART = 0.85;

    /** Part of the usage that classes may take from each other for their smallest resources. */
    private static final double MOST_MOVED = 0.045;

    /** How much more than planned the smallest covered fleets may carry. */
    private static final double MOST_COVERED = 1.5;

    /** What a contracted dollar of covered usage costs, about. */
    private static final double COVERED_FEE = 0.65;

    private static final double SLACK = 1.01;

    /** Enough to know a factor to a millionth. */
    private static final int FACTOR_STEPS = 20;

    private final Structure structure;
    private final SupportPlan support;
    private final double[] shares;
    private final double budget;
    private final double coverage;
    private final double usage;
    private final double wanted;
    private final Utilisation utilisation;
    private final @Nullable Commitments commitments;

    /** @param support the plan that is paid from the budget */
    Amounts(Holdings holdings, double[] shares, double budget, double coverage, Utilisation utilisation,
            SupportPlan support) {
        this.support = support;
        this.utilisation = utilisation;
        structure = holdings.structure();
        this.shares = shares;
        this.budget = budget;
        this.coverage = coverage;
        usage = beforeSupport(money());
        boolean covered = structure.ladder().commitments() && coverage > 0;
        wanted = covered ? coverage * eligibleValue(holdings, utilisation) : 0;
        commitments = covered ? new Commitments(holdings, wanted, utilisation) : null;
    }

    /** Contracted value of a nominal month's eligible usage, covered or not. */
    private double eligibleValue(Holdings holdings, Utilisation utilisation) {
        double billed = usage * computeShare() * eligiblePart();
        return billed / (coverage * Commitments.feePerCovered(holdings, utilisation) + 1 - coverage);
    }

    private double computeShare() {
        return shares[ServiceCategory.COMPUTE.ordinal()] / presentShares();
    }

    private double presentShares() {
        double present = 0;
        for (ServiceCategory category : ServiceCategory.values()) {
            boolean there = structure.has(category.ordinal())
                    || category == ServiceCategory.COMPUTE && structure.has(LineClass.ELIGIBLE_COMPUTE);
            present += there ? shares[category.ordinal()] : 0;
        }
        return present;
    }

    private double eligiblePart() {
        boolean eligible = structure.has(LineClass.ELIGIBLE_COMPUTE);
        boolean rest = structure.has(ServiceCategory.COMPUTE.ordinal());
        return eligible ? rest ? ELIGIBLE_PART : 1 : 0;
    }

    /**
     * USD by money class in a month of so many hours: standard usage, what is paid for commitments not among it. See {@link #usage}.
     *
     * @param factor what the trend multiplies the budget with: commitments stay what they are, so that more or less of what
     *     they could cover is charged on demand
     */
    double[] byClass(int hours, double dearer, double factor) {
        double[] amounts = new double[LineClass.COUNT];
        double rest = usage(dearer * factor) - fees(hours);
        if (commitments != null) {
            double uncovered = eligible(commitments, hours, factor) - commitments.coveredPerHour() * hours;
            amounts[LineClass.ELIGIBLE_COMPUTE] = factor < 1 ? Math.max(uncovered, leastOnDemand(hours)) : uncovered;
            rest -= amounts[LineClass.ELIGIBLE_COMPUTE];
        }
        fill(amounts, rest);
        amounts[LineClass.ELIGIBLE_COMPUTE] -= capacityPerHour() * hours;
        return amounts;
    }

    /** USD that a month's usage which commitments could cover comes to, covered or not, at contracted prices. */
    private double eligible(Commitments committed, int hours, double factor) {
        return committed.coveredPerHour() * hours * factor / coverage;
    }

    /** USD of such usage that no commitment takes: what the smallest resources cost, and reserved capacity. */
    private double leastOnDemand(int hours) {
        return need(LineClass.ELIGIBLE_COMPUTE) + capacityPerHour() * hours;
    }

    /**
     * How much of the commitments a month uses: as much as was asked for, or where a trend leaves less usage than they cover, what
     * is left. The rest is stranded.
     */
    Utilisation utilisation(int hours, double factor) {
        if (commitments == null || factor >= 1) {
            return utilisation;
        }
        double left = eligible(commitments, hours, factor) - leastOnDemand(hours);
        return utilisation.atMost(left / (commitments.coveredPerHour() * hours));
    }

    /**
     * Deals the rest by share, except that no class gets less than its smallest resources cost; what those classes get
     * beyond their share, the others give up.
     */
    private void fill(double[] amounts, double rest) {
        double[] share = new double[LineClass.COUNT];
        for (int i = 0; i < share.length; i++) {
            boolean dealt = i == LineClass.ELIGIBLE_COMPUTE && commitments != null;
            share[i] = dealt ? 0 : share(i);
        }
        boolean[] least = new boolean[LineClass.COUNT];
        for (int round = 0; round < share.length; round++) {
            double left = rest;
            double shared = 0;
            for (int i = 0; i < share.length; i++) {
                left -= least[i] ? need(i) : 0;
                shared += least[i] ? 0 : share[i];
            }
            boolean stable = true;
            for (int i = 0; i < share.length; i++) {
                if (share[i] > 0) {
                    amounts[i] = least[i] ? need(i) : left * share[i] / shared;
                    if (!least[i] && amounts[i] < need(i)) {
                        least[i] = true;
                        stable = false;
                    }
                }
            }
            if (stable) {
                return;
            }
        }
    }

    /** The share of a money class that has resources, else 0. */
    private double share(int moneyClass) {
        if (!structure.has(moneyClass)) {
            return 0;
        }
        double share = shares[LineClass.category(moneyClass).ordinal()];
        if (moneyClass == LineClass.ELIGIBLE_COMPUTE) {
            return share * eligiblePart();
        }
        return moneyClass == ServiceCategory.COMPUTE.ordinal() ? share * (1 - eligiblePart()) : share;
    }

    /** What the smallest resources of a class cost, its tiered meters' part on top. */
    private double need(int moneyClass) {
        return structure.least(moneyClass) * SLACK / (1 - tieredShare(moneyClass));
    }

    double fees(int hours) {
        return commitments == null ? 0 : commitments.feePerHour() * hours;
    }

    /**
     * Weighs the structure so that teams get their parts, by the shares of the classes alone: what a budget can carry must
     * not depend on the budget.
     */
    void balance() {
        double[] money = new double[LineClass.COUNT];
        for (int i = 0; i < money.length; i++) {
            money[i] = share(i);
        }
        if (commitments == null) {
            structure.balance(money, 0, 0);
            return;
        }
        double eligible = money[LineClass.ELIGIBLE_COMPUTE];
        double covered = eligible * DatasetSpec.DEFAULT_COVERAGE.doubleValue();
        double reserved = structure.reservedBefore(structure.coreSlices()) == 0 ? 0 : Commitments.RESERVED_PART;
        money[LineClass.ELIGIBLE_COMPUTE] = eligible - covered;
        structure.balance(money, covered * COVERED_FEE * reserved, covered * COVERED_FEE * (1 - reserved));
    }

    /** Whether every class can carry what its smallest resources cost, in the longest and in the shortest month. */
    boolean feasible() {
        if (commitments != null && commitments.coveredPerHour() * Commitments.NOMINAL_HOURS > MOST_COVERED * wanted) {
            return false;
        }
        double off = structure.company().currency().isUsd() ? 0 : Currency.MOST_OFF;
        return usage > 0 && feasible(744, 1 - off) && feasible(672, 1 - off) && feasible(744, 1 + off)
                && feasible(672, 1 + off);
    }

    /** The smallest factor of a trend that every class can carry in every month, at least a tenth. */
    double leastFactor() {
        double low = Trend.LEAST.doubleValue();
        if (carries(low)) {
            return low;
        }
        double high = 1;
        for (int i = 0; i < FACTOR_STEPS; i++) {
            double middle = (low + high) / 2;
            if (carries(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Whether the smallest resources can be paid where the trend multiplies the budget with this. */
    boolean carries(double factor) {
        double off = structure.company().currency().isUsd() ? 0 : Currency.MOST_OFF;
        return carries(744, 1 - off, factor) && carries(672, 1 - off, factor) && carries(744, 1 + off, factor)
                && carries(672, 1 + off, factor);
    }

    /** Unlike at the start, classes may take from each other what they need: the mix is that of the start. */
    private boolean carries(int hours, double dearer, double factor) {
        double[] amounts = byClass(hours, dearer, factor);
        double sum = fees(hours);
        for (int i = 0; i < amounts.length; i++) {
            if (structure.has(i) && amounts[i] < need(i) * (1 - 1e-9)) {
                return false;
            }
            sum += amounts[i];
        }
        return sum <= usage(dearer * factor) * (1 + 1e-9);
    }

    /** Classes may take a little from each other, so little that the mix stays what was asked for. */
    private boolean feasible(int hours, double dearer) {
        double[] amounts = byClass(hours, dearer, 1);
        double rest = 0;
        double shared = 0;
        for (int i = 0; i < amounts.length; i++) {
            if (structure.has(i) && amounts[i] < need(i) * (1 - 1e-9)) {
                return false;
            }
            boolean dealt = i == LineClass.ELIGIBLE_COMPUTE && commitments != null;
            rest += dealt ? 0 : amounts[i];
            shared += dealt ? 0 : share(i);
        }
        double moved = 0;
        for (int i = 0; i < amounts.length; i++) {
            boolean dealt = i == LineClass.ELIGIBLE_COMPUTE && commitments != null;
            moved += dealt ? 0 : Math.max(0, amounts[i] - rest * share(i) / shared);
        }
        return moved <= MOST_MOVED * usage(dearer);
    }

    /** The part of a class's money that its tiered meters get. */
    private double tieredShare(int moneyClass) {
        double tiered = 0;
        for (int t = 0; t < structure.company().mix().tiered().size(); t++) {
            if (structure.tieredClass(t) == moneyClass) {
                tiered += structure.tierWeightBefore(t, structure.coreSlices());
            }
        }
        return tiered == 0 ? 0 : TIERED_PART * tiered / (tiered + structure.weight(moneyClass));
    }

    /** Dollars of one tiered SKU in a class that has so much. */
    double tieredDollars(int tiered, double classAmount) {
        double weight = structure.tierWeightBefore(tiered, structure.coreSlices());
        int moneyClass = structure.tieredClass(tiered);
        double all = structure.weight(moneyClass);
        for (int t = 0; t < structure.company().mix().tiered().size(); t++) {
            all += structure.tieredClass(t) == moneyClass ? structure.tierWeightBefore(t, structure.coreSlices()) : 0;
        }
        return all == 0 ? 0 : TIERED_PART * classAmount * weight / all;
    }

    double budget() {
        return budget;
    }

    double coverage() {
        return commitments == null ? 0 : coverage;
    }

    /**
     * Usage and commitment fees, which support is charged on, in USD.
     *
     * @param dearer what the month's dollars are multiplied with: its currency's rate may be off the usual one, and a trend
     *     may have its factor
     */
    double usage(double dearer) {
        return dearer == 1 ? usage : beforeSupport(money() * dearer);
    }

    /** USD of usage, commitments and support: the budget, with what is given back and without what the provider collects for others. */
    double money() {
        int corrections = structure.ladder().corrections();
        return budget + credits() + (corrections == 0 ? 0 : CORRECTED_PART * budget)
                - (structure.ladder().sellersInvoice() ? 0 : marketplace());
    }

    /** Machines that capacity is reserved of, used or not. */
    public long reservedCapacity() {
        if (structure.ladder().capacityLines() == 0) {
            return 0;
        }
        double wanted = CAPACITY_PART * budget / Commitments.NOMINAL_HOURS / machineHour();
        return Math.max(FEWEST_RESERVED, Math.min(MOST_RESERVED, Math.round(wanted)));
    }

    private double machineHour() {
        Company company = structure.company();
        return company.hourly(company.mix().capacityFleet().lines().get(0).machines().get(0), company.home());
    }

    /** USD an hour of the reserved capacity, which is a part of the usage that commitments could have covered. */
    private double capacityPerHour() {
        return structure.ladder().capacityLines() == 0 ? 0 : reservedCapacity() * machineHour();
    }

    /** USD a month of what is bought of others through the provider. */
    double marketplace() {
        return structure.ladder().marketplaceUsage() == 0
                ? 0
                : budget * (MARKETPLACE_PART
                        + MARKETPLACE_RANGE * structure.company().draw().of(Salt.MARKETPLACE).unit(0));
    }

    /** USD that a correction gives back at most; most of them give half of it or more. */
    public double mostCorrection() {
        return 1.5 * CORRECTED_PART * budget / structure.ladder().corrections();
    }

    /** USD of credits in an average month. */
    double credits() {
        double ofClass = budget * shares[LineClass.CREDITED] / presentShares();
        return Credits.usual(structure, budget, ofClass * (1 - tieredShare(LineClass.CREDITED)));
    }

    /** USD that credits may come to in a month of a trend that falls: as large a part of what they are given for as ever. */
    double mostCredits(int hours, double factor) {
        double ofClass = byClass(hours, 1, factor)[LineClass.CREDITED];
        return CreditPool.MOST_PART * Credits.most(structure, ofClass * (1 - tieredShare(LineClass.CREDITED)));
    }

    public @Nullable Commitments commitments() {
        return commitments;
    }

    /** What is left for usage and fees when support is paid from the same money. */
    private double beforeSupport(double spent) {
        return structure.ladder().support() ? support.spentOf(spent) : spent;
    }
}
