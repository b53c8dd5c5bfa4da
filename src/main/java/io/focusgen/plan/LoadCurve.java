package io.focusgen.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.estate.Business;
import io.focusgen.estate.Company;
import io.focusgen.estate.LoadShape;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;

/**
 * How use of a shape spreads over the charge periods of a month, as cumulated whole weights: the share of periods [from, to)
 * is exact, and shares of neighbouring ranges add up. A curve is shared by all lines of its shape, so that a month holds few.
 * One that peak days raise knows the curve that they make of it; periods outside them weigh the same in both.
 */
public final class LoadCurve {

    /** Weights of a curve with peak days are so many times those of the usual one, so that small factors count, too. */
    private static final int FINER = 100;

    private final int[] cumulated;
    private final boolean flat;
    private final boolean exact;
    private final @Nullable LoadCurve peaked;

    private LoadCurve(int[] cumulated, boolean flat, boolean exact, @Nullable LoadCurve peaked) {
        this.cumulated = cumulated;
        this.flat = flat;
        this.exact = exact;
        this.peaked = peaked;
    }

    /** The curves of all shapes, in their order. */
    static List<LoadCurve> all(Company company, BillingMonth month, Granularity granularity, PeakDays peaks) {
        return LoadShape.all().stream().map(shape -> of(shape, company, month, granularity, peaks)).toList();
    }

    static LoadCurve of(LoadShape shape, Company company, BillingMonth month, Granularity granularity,
            PeakDays peaks) {
        int periods = granularity.periods(month);
        boolean rises = Business.bringsUsers(shape) && peaks.in(month);
        if (periods == 1 && !rises) {
            return new LoadCurve(new int[]{0, 1}, shape.isFlat(), false, null);
        }
        int hours = granularity.hoursPerPeriod(month);
        LoadDays days = new LoadDays(shape, company);
        int[] usual = new int[periods + 1];
        int[] risen = new int[rises ? periods + 1 : 0];
        for (int period = 0; period < periods; period++) {
            int weight = 0;
            long more = 0;
            for (int hour = 0; hour < hours; hour++) {
                long at = month.startHour() + (long) period * hours + hour;
                int usually = days.weight(at);
                weight += usually;
                more += rises ? Math.round(usually * peaks.factor(at) * FINER) : 0;
            }
            usual[period + 1] = usual[period] + weight;
            if (rises) {
                risen[period + 1] = Math.toIntExact(risen[period] + more);
            }
        }
        return new LoadCurve(usual, shape.isFlat(), false, rises ? new LoadCurve(risen, false, false, null) : null);
    }

    /** A curve of any shape. @param weights of the periods, 0 or more */
    static LoadCurve of(int[] weights) {
        return of(weights, false);
    }

    /** What periods have, unit by unit, whatever is spread over them. @param units of the periods, 0 or more */
    static LoadCurve exactly(int[] units) {
        return of(units, true);
    }

    private static LoadCurve of(int[] weights, boolean exact) {
        int[] cumulated = new int[weights.length + 1];
        for (int period = 0; period < weights.length; period++) {
            cumulated[period + 1] = cumulated[period] + weights[period];
        }
        return new LoadCurve(cumulated, false, exact, null);
    }

    /** Whether its weights are what periods have. */
    public boolean exact() {
        return exact;
    }

    /** Whether every period weighs the same. */
    public boolean flat() {
        return flat;
    }

    public int periods() {
        return cumulated.length - 1;
    }

    /** Weight of the periods before this one. */
    public int before(int period) {
        return cumulated[period];
    }

    /** Whether peak days bring more. */
    public boolean rises() {
        return peaked != null;
    }

    /** The same month with its peak days; itself where it has none of this shape, or is such a curve already. */
    public LoadCurve peaked() {
        return peaked == null ? this : peaked;
    }

    /** How many times the usual is used in some periods because of peak days: 1 where there are none. */
    public double rise(int from, int to) {
        return peaked == null
                ? 1
                : (double) (peaked.before(to) - peaked.before(from)) / FINER / (before(to) - before(from));
    }
}
