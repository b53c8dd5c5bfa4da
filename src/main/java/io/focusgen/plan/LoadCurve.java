package io.focusgen.plan;

import java.util.List;

import io.focusgen.estate.Company;
import io.focusgen.estate.LoadShape;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;

/**
 * How use of a shape spreads over the charge periods of a month, as cumulated whole weights: the share of periods [from, to)
 * is exact, and shares of neighbouring ranges add up. A curve is shared by all lines of its shape, so that a month holds few.
 */
public final class LoadCurve {

    private final int[] cumulated;
    private final boolean flat;

    private LoadCurve(int[] cumulated, boolean flat) {
        this.cumulated = cumulated;
        this.flat = flat;
    }

    /** The curves of all shapes, in their order. */
    static List<LoadCurve> all(Company company, BillingMonth month, Granularity granularity) {
        return LoadShape.all().stream().map(shape -> of(shape, company, month, granularity)).toList();
    }

    static LoadCurve of(LoadShape shape, Company company, BillingMonth month, Granularity granularity) {
        int periods = granularity.periods(month);
        if (periods == 1) {
            return new LoadCurve(new int[]{0, 1}, shape.isFlat());
        }
        int hours = granularity.hoursPerPeriod(month);
        LoadDays days = new LoadDays(shape, company);
        int[] cumulated = new int[periods + 1];
        for (int period = 0; period < periods; period++) {
            int weight = 0;
            for (int hour = 0; hour < hours; hour++) {
                weight += days.weight(month.startHour() + (long) period * hours + hour);
            }
            cumulated[period + 1] = cumulated[period] + weight;
        }
        return new LoadCurve(cumulated, shape.isFlat());
    }

    /** A curve of any shape. @param weights of the periods, 0 or more */
    static LoadCurve of(int[] weights) {
        int[] cumulated = new int[weights.length + 1];
        for (int period = 0; period < weights.length; period++) {
            cumulated[period + 1] = cumulated[period] + weights[period];
        }
        return new LoadCurve(cumulated, false);
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
}
