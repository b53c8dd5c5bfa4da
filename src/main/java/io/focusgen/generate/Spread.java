package io.focusgen.generate;

import org.jspecify.annotations.Nullable;

import io.focusgen.plan.LoadCurve;

/**
 * A quantity over consecutive charge periods: the same base in each, and the rest by a load curve. The parts add up to the
 * whole exactly, because each is the difference of two rounded cumulated shares.
 *
 * @param from first charge period of the month
 * @param count charge periods, at least 1
 * @param base units in every period
 * @param spare units beyond, over all periods together; below 0 where the base is more than there is
 * @param curve how the spare is spread; null where there is none
 * @param scale a unit is 10^−scale
 */
public record Spread(int from, int count, long base, long spare, @Nullable LoadCurve curve, int scale) {

    /** The same quantity in every period. */
    static Spread constant(int from, int count, long units, int scale) {
        return new Spread(from, count, units, 0, null, scale);
    }

    /** {@code total} units, at least one in every period. */
    static Spread of(int from, int count, long total, LoadCurve curve, int scale) {
        return curve.flat() && total % count == 0
                ? constant(from, count, total / count, scale)
                : new Spread(from, count, 1, total - count, curve, scale);
    }

    /** What this quantity leaves of so many units in every period. */
    Spread restOf(long units) {
        return new Spread(from, count, units - base, -spare, curve, scale);
    }

    /** Whether every period has the same quantity. */
    public boolean constant() {
        return curve == null;
    }

    /** Units in the {@code index}th period, 0 to count − 1. */
    public long units(int index) {
        if (curve == null) {
            return base;
        }
        int start = curve.before(from);
        double span = curve.before(from + count) - start;
        long before = (long) (spare * ((curve.before(from + index) - start) / span));
        long after = (long) (spare * ((curve.before(from + index + 1) - start) / span));
        return base + after - before;
    }

    /** Units of all periods. */
    public long total() {
        return base * count + spare;
    }
}
