package io.focusgen.plan;

import io.focusgen.estate.LoadPattern;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.Granularity;

/**
 * How usage spreads over the charge periods of a month, as cumulated whole weights: the share of periods [from, to) is
 * exact, and shares of neighbouring ranges add up.
 */
public final class LoadCurve {

    /** Thursday: 1970-01-01. */
    private static final int EPOCH_WEEKDAY = 3;

    private static final int[] WEB = {22, 17, 14, 12, 12, 15, 24, 38, 54, 66, 74, 79, 82, 80, 78, 77, 79, 84, 92, 99,
            100, 88, 62, 36};
    private static final int[] OFFICE = {6, 5, 5, 5, 6, 8, 16, 42, 78, 96, 100, 97, 84, 92, 99, 97, 90, 68, 38, 22, 15,
            11, 9, 7};
    private static final int[] NIGHT = {90, 100, 98, 92, 80, 60, 34, 18, 12, 10, 9, 9, 9, 9, 9, 10, 11, 12, 14, 18, 26,
            40, 60, 78};
    private static final int WEEKEND_OFFICE = 25;
    private static final int WEEKEND_WEB = 115;

    private final int[] cumulated;
    private final boolean flat;

    private LoadCurve(int[] cumulated, boolean flat) {
        this.cumulated = cumulated;
        this.flat = flat;
    }

    static LoadCurve of(LoadPattern pattern, BillingMonth month, Granularity granularity) {
        int periods = granularity.periods(month);
        int hours = granularity.hoursPerPeriod(month);
        int[] cumulated = new int[periods + 1];
        for (int period = 0; period < periods; period++) {
            int weight = 0;
            for (int hour = 0; hour < hours; hour++) {
                weight += weight(pattern, month.startHour() + (long) period * hours + hour);
            }
            cumulated[period + 1] = cumulated[period] + weight;
        }
        return new LoadCurve(cumulated, pattern == LoadPattern.FLAT);
    }

    /** A curve of any shape. @param weights of the periods, 0 or more */
    static LoadCurve of(int[] weights) {
        int[] cumulated = new int[weights.length + 1];
        for (int period = 0; period < weights.length; period++) {
            cumulated[period + 1] = cumulated[period] + weights[period];
        }
        return new LoadCurve(cumulated, false);
    }

    private static int weight(LoadPattern pattern, long epochHour) {
        int hour = (int) (epochHour % 24);
        int weekday = (int) ((epochHour / 24 + EPOCH_WEEKDAY) % 7);
        boolean weekend = weekday >= 5;
        return switch (pattern) {
            case FLAT -> 100;
            case WEB -> WEB[hour] * (weekend ? WEEKEND_WEB : 100) / 100 + 1;
            case OFFICE -> OFFICE[hour] * (weekend ? WEEKEND_OFFICE : 100) / 100 + 1;
            case NIGHT -> NIGHT[hour] + 1;
        };
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
