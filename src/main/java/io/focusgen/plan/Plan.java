package io.focusgen.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.estate.Company;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * A request dealt out from the top down: which resources are in, what they may cost, which rows stand in which slice and
 * block. Making one takes a pass over applications, never over rows, and holds a few numbers for each slice. Thread-safe.
 */
public final class Plan {

    /** Meters of a month: with hourly rows enough for the most rows that can be asked for. */
    private static final long MOST_METERS = 150_000_000;

    /** Months kept: those that blocks in flight are of. One that is made twice is made equal. */
    private static final int KEPT = 8;

    private final BillSpec spec;
    private final Company company;
    private final Structure structure;
    private final Amounts amounts;
    private final double utilisation;
    private final double leastFactor;
    private final Incidents incidents;
    private final @Nullable MonthPlan[] months = new @Nullable MonthPlan[KEPT];
    private final Map<Integer, MonthRows> rows = new ConcurrentHashMap<>();

    private Plan(BillSpec spec) {
        this.spec = spec;
        requirePlannable(spec);
        company = Company.of(spec);
        utilisation = value(spec.commitmentUtilisation(), DatasetSpec.DEFAULT_UTILISATION);
        boolean covered = value(spec.commitmentCoverage(), DatasetSpec.DEFAULT_COVERAGE) > 0;
        RowLadder ladder = new RowLadder(spec.rows(), spec.granularity(), covered,
                company.mix().commitments(), company.supportRows(),
                company.reserving() ? company.mix().capacityFleet().lines().get(0).rows() : 0);
        requireCommitments(spec, ladder);
        structure = new StructureSolver(spec, company, ladder, utilisation < 1).solve();
        amounts = new Feasibility(spec, structure, utilisation).amounts();
        leastFactor = spec.trend().start() == null ? 1 : amounts.leastFactor();
        incidents = new Incidents(spec, structure, amounts);
    }

    private static double value(@Nullable BigDecimal given, BigDecimal otherwise) {
        return (given == null ? otherwise : given).doubleValue();
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
        return new Plan(spec);
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

    /** The used part of what is committed, 0.5 to 1. */
    public double utilisation() {
        return utilisation;
    }

    /**
     * What the budget is multiplied with in a month: the trend's factor, or where that is less than the smallest resources
     * cost and no budget was asked for, what they cost.
     */
    public double factor(BillingMonth month) {
        return Math.max(MonthFactor.of(spec.dataset(), month), leastFactor);
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

    /** Which rows stand in which slice and block of a month. */
    public MonthRows rows(BillingMonth month) {
        MonthRows asked = rows.computeIfAbsent(spec.granularity().periods(month),
                periods -> new MonthRows(spec, structure, periods, utilisation < 1));
        long onTop = incidents.rows(month);
        return onTop == 0 ? asked : asked.withOnTop(onTop);
    }

    @Override
    public String toString() {
        return spec.rows() + " rows a month in " + structure.coreSlices() + " + " + structure.shortSlices()
                + " + 1 slices";
    }
}
