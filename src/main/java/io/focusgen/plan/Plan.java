package io.focusgen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentPayment;
import io.focusgen.estate.Company;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.Budget;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.MarketplaceIssuer;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * A request dealt out from the top down: which resources are in, what they may cost, which rows stand in which slice and
 * block. Making one takes a pass over applications, never over rows, and holds a few numbers for each slice. Thread-safe.
 */
public final class Plan {

    /** Meters of a month: with hourly rows enough for the most rows that can be asked for. */
    private static final long MOST_METERS = 150_000_000;

    /** How often a larger budget is tried where one is too small, and how much larger at least. */
    private static final int MOST_TRIES = 20;
    private static final BigDecimal STEP = new BigDecimal("1.02");

    /** Months kept: those that blocks in flight are of. One that is made twice is made equal. */
    private static final int KEPT = 8;

    private final BillSpec spec;
    private final Company company;
    private final Holdings holdings;
    private final Structure structure;
    private final Amounts amounts;
    private final double leastFactor;
    private final Incidents incidents;
    private final WastedResources waste;
    private final @Nullable MonthPlan[] months = new @Nullable MonthPlan[KEPT];
    private final Map<Shape, MonthRows> rows = new ConcurrentHashMap<>();

    /** What the months with the same places of rows have in common. */
    private record Shape(int periods, long billing) {
    }

    private Plan(BillSpec spec) {
        this.spec = spec;
        requirePlannable(spec);
        company = Company.of(spec);
        Utilisation utilisation = new Utilisation(
                value(spec.commitmentUtilisation(), DatasetSpec.DEFAULT_UTILISATION), MonthFactor.falls(spec));
        boolean covered = value(spec.commitmentCoverage(), DatasetSpec.DEFAULT_COVERAGE).signum() > 0;
        RowLadder ladder = new RowLadder(spec.rows(), spec.granularity(), covered, company.supportRows(),
                company.reserving() ? company.mix().capacityFleet().lines().get(0).rows() : 0,
                spec.marketplaceIssuer() == MarketplaceIssuer.SELLER, company.catalog().rounding() != null);
        requireCommitments(spec, ladder);
        requireFees(spec, ladder);
        CommitmentDates.require(spec, ladder);
        holdings = holdings(ladder, utilisation.leavesUnused());
        structure = holdings.structure();
        amounts = new Feasibility(spec, holdings, utilisation).amounts();
        leastFactor = spec.trend().start() == null ? 1 : amounts.leastFactor();
        incidents = new Incidents(spec, structure, amounts);
        waste = new WastedResources(spec, structure, amounts);
    }

    /** The largest portfolio of which everything has users. */
    private Holdings holdings(RowLadder ladder, boolean unused) {
        List<Portfolio> portfolios = ladder.commitments()
                ? Portfolio.of(spec, company, unused)
                : List.of(Portfolio.NONE);
        for (Portfolio portfolio : portfolios) {
            Holdings tried = holdings(ladder, portfolio);
            if (tried.used()) {
                return tried;
            }
        }
        return holdings(ladder, portfolios.get(portfolios.size() - 1));
    }

    private Holdings holdings(RowLadder ladder, Portfolio portfolio) {
        return new Holdings(portfolio, new StructureSolver(spec, company, ladder, portfolio).solve());
    }

    private static BigDecimal value(@Nullable BigDecimal given, BigDecimal otherwise) {
        return given == null ? otherwise : given;
    }

    /** Coverage that was asked for is met or refused; only a default gives way. */
    private static void requireCommitments(BillSpec spec, RowLadder ladder) {
        BigDecimal asked = spec.commitmentCoverage();
        if (asked != null && asked.signum() > 0 && !ladder.commitments()) {
            throw new RefusedException(List.of(new Violation("commitmentCoverage", asked.toPlainString(),
                    "Must be 0, or not given, for so few " + spec.provider().label() + " rows: commitments begin at "
                            + RowLadder.COMMITMENTS + " rows a month, hourly at " + RowLadder.CORE_HOURLY + ".",
                    "0")));
        }
    }

    /** What is paid at once comes in some months only, and the lines of a monthly bill are the same in all. */
    private static void requireFees(BillSpec spec, RowLadder ladder) {
        CommitmentPayment asked = spec.commitments().payment();
        if (asked != null && asked.isUpfront() && ladder.commitments()
                && spec.granularity() == Granularity.MONTHLY) {
            throw new RefusedException(List.of(new Violation("commitmentPayment", asked.label(),
                    "Must be mix, or a payment by fees, at monthly granularity: what is paid at once needs daily or"
                            + " hourly rows.",
                    "mix")));
        }
    }

    /** A plan is a pass over applications: beyond this many meters it would take longer than a request may. */
    private static void requirePlannable(BillSpec spec) {
        long most = MOST_METERS * spec.granularity().mostPeriods();
        if (spec.rows() > most) {
            throw new RefusedException(
                    List.of(new Violation("rows", Long.toString(spec.rows()), "Must be at most " + most
                            + " at " + spec.granularity().label() + " granularity.", Long.toString(most))));
        }
    }

    /**
     * Plans a request.
     *
     * @throws RefusedException where its budget, coverage or shard cannot be met, naming what can
     */
    public static Plan of(BillSpec spec) {
        try {
            return new Plan(spec);
        } catch (TooSmallBudget refused) {
            throw namingEnough(spec, refused);
        }
    }

    /** A refusal that names a budget that is not refused when it is asked for. */
    private static RefusedException namingEnough(BillSpec spec, TooSmallBudget refused) {
        TooSmallBudget last = refused;
        BigDecimal tried = refused.enough();
        BigDecimal coverage = refused.coverage();
        for (int i = 0; i < MOST_TRIES && tried.compareTo(Budget.MOST) <= 0; i++) {
            try {
                new Plan(spec.with(tried, coverage));
                return refused(spec, "Must be at least " + tried.toPlainString() + " " + spec.currency().code()
                        + " for so many " + spec.provider().label() + " rows" + last.rest());
            } catch (TooSmallBudget again) {
                last = again;
                tried = again.enough().max(tried.multiply(STEP).setScale(0, RoundingMode.CEILING));
                coverage = again.coverage() == null ? coverage : again.coverage();
            }
        }
        return refused(spec, "No budget carries so many " + spec.provider().label() + " rows.");
    }

    private static RefusedException refused(BillSpec spec, String message) {
        Budget.Amount asked = spec.budget();
        return new RefusedException(List.of(new Violation("budget",
                asked == null ? null : asked.value().toPlainString(), message, null)));
    }

    public BillSpec spec() {
        return spec;
    }

    public Company company() {
        return company;
    }

    public Structure structure() {
        return structure;
    }

    public Amounts amounts() {
        return amounts;
    }

    /**
     * What the budget is multiplied with in a month: the trend's factor, or where that is less than the smallest resources
     * cost and no budget was asked for, what they cost.
     */
    public double factor(BillingMonth month) {
        return Math.max(MonthFactor.of(spec, month), leastFactor);
    }

    /** BilledCost before tax that every month meets, in the billing currency; with a trend, the level that it starts from. */
    public BigDecimal budget() {
        return new BigDecimal(amounts.budget() * spec.currency().perUsd().toDouble()).setScale(2, RoundingMode.HALF_UP);
    }

    /** The covered part of eligible usage, with a trend at the level that it starts from; 0 where the data set is too small for commitments. */
    public BigDecimal coverage() {
        return new BigDecimal(amounts.coverage()).setScale(4, RoundingMode.HALF_UP);
    }

    /** The plan of any month of this company, inside the window that was asked for or not. */
    public MonthPlan month(BillingMonth month) {
        int place = (int) (month.ordinal() % KEPT);
        synchronized (months) {
            MonthPlan kept = months[place];
            if (kept != null && kept.month().equals(month)) {
                return kept;
            }
        }
        MonthPlan made = new MonthPlan(this, month);
        synchronized (months) {
            months[place] = made;
        }
        return made;
    }

    /** What goes wrong. */
    public Incidents incidents() {
        return incidents;
    }

    /** What nobody needs. */
    public WastedResources waste() {
        return waste;
    }

    /** Which rows stand in which slice and block of a month. */
    public MonthRows rows(BillingMonth month) {
        MonthRows asked = rows.computeIfAbsent(new Shape(spec.granularity().periods(month), billingRows(month)),
                shape -> new MonthRows(spec, structure, shape.periods, shape.billing));
        long onTop = incidents.rows(month) + waste.rows(month);
        return onTop == 0 ? asked : asked.withOnTop(onTop);
    }

    /** Rows of the billing slice. */
    long billingRows(BillingMonth month) {
        return BillingKind.allRows(structure.ladder(), holdings.portfolio(), month);
    }

    /** What the company has committed to, and where it is used. */
    public Holdings holdings() {
        return holdings;
    }

    @Override
    public String toString() {
        return spec.rows() + " rows a month in " + structure.coreSlices() + " + " + structure.shortSlices()
                + " + 1 slices";
    }
}
