package io.focusgen.generate;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Sku;
import io.focusgen.estate.LoadShape;
import io.focusgen.estate.QuantityScale;
import io.focusgen.plan.BusyHours;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.MonthPlan;

/**
 * A quantity over charge periods: the same base in each, and the rest by a load curve or by the hour of the day. The parts
 * add up to the whole exactly, because each is the difference of two rounded cumulated shares or a whole number itself.
 *
 * @param from first charge period of the month; where some hours are left out, how many of the others precede it
 * @param count charge periods, at least 1
 * @param base units in every period
 * @param spare units beyond, over all periods together; below 0 where the base is more than there is
 * @param curve how the spare is spread; null where there is none
 * @param scale a unit is 10^−scale
 * @param more units beyond the base in every busy hour; 0 where periods are no hours
 * @param hours which of the hours there are; all where periods are no hours
 * @param busyHours when the busy ones are; null where that makes no difference
 */
public record Spread(int from, int count, long base, long spare, @Nullable LoadCurve curve, int scale, long more,
        Hours hours, @Nullable BusyHours busyHours) {

    /** Decimals of the part of a day or month in a shorter charge period. */
    static final int PART_SCALE = 8;

    /** Most parts of units in a charge period, so that what they cost in a month stays within a long, to the last digit. */
    private static final long MOST_PARTS = 10_000_000_000L;

    /** The periods that a line has rows in. */
    public enum Hours {
        ALL,
        BUSY,
        QUIET
    }

    /** The same quantity in every period. */
    static Spread constant(int from, int count, long units, int scale) {
        return new Spread(from, count, units, 0, null, scale, 0, Hours.ALL, null);
    }

    /** So many units for every so many hours of the month, which they add up to exactly. */
    static Spread always(MonthPlan month, int hoursOfUnit, long members) {
        if (month.hoursPerPeriod() % hoursOfUnit == 0) {
            return constant(0, month.periods(), month.hoursPerPeriod() / hoursOfUnit * members, 0);
        }
        int scale = PART_SCALE;
        while (members * QuantityScale.powerOfTen(scale) > MOST_PARTS) {
            scale--;
        }
        long units = month.month().hours() / hoursOfUnit * members * QuantityScale.powerOfTen(scale);
        return of(0, month.periods(), units, month.curve(LoadShape.FLAT), scale);
    }

    /** The same part of what is stored all month in every period, to about six digits. */
    static Spread stored(MonthPlan month, Sku sku, long units) {
        double part = (double) units / month.periods();
        int scale = QuantityScale.of(sku, part);
        return constant(0, month.periods(), Math.max(1, Math.round(part * QuantityScale.powerOfTen(scale))), scale);
    }

    /** What an exact curve says of so many periods. */
    static Spread exactly(int from, int count, LoadCurve curve, int scale) {
        return new Spread(from, count, 0, curve.before(from + count) - (long) curve.before(from), curve, scale, 0,
                Hours.ALL, null);
    }

    /** {@code total} units, at least one in every period. */
    static Spread of(int from, int count, long total, LoadCurve curve, int scale) {
        return curve.flat() && total % count == 0
                ? constant(from, count, total / count, scale)
                : new Spread(from, count, 1, total - count, curve, scale, 0, Hours.ALL, null);
    }

    /**
     * So many units in every busy and in every quiet hour of some whole days.
     *
     * @param from the first hour of the month, that of a day
     * @param to the end of the last day's hours
     */
    static Spread byHour(MonthPlan month, int from, int to, long busy, long quiet, int scale) {
        int hoursPerPeriod = month.hoursPerPeriod();
        if (hoursPerPeriod == 1) {
            return busy == 0
                    ? new Spread(from / BusyHours.DAY * BusyHours.QUIET, (to - from) / BusyHours.DAY * BusyHours.QUIET,
                            quiet, 0, null, scale, 0, Hours.QUIET, month.busyHours())
                    : new Spread(from, to - from, quiet, 0, null, scale, busy - quiet, Hours.ALL,
                            month.busyHours());
        }
        long day = Math.addExact(Math.multiplyExact(busy, BusyHours.BUSY),
                Math.multiplyExact(quiet, BusyHours.QUIET));
        return constant(from / hoursPerPeriod, (to - from) / hoursPerPeriod,
                Math.multiplyExact(day, hoursPerPeriod / BusyHours.DAY), scale);
    }

    /** Charge periods of a month that have a busy hour. */
    static int busyPeriods(MonthPlan month) {
        return month.hoursPerPeriod() == 1 ? month.periods() / BusyHours.DAY * BusyHours.BUSY : month.periods();
    }

    /** The same quantity in each of {@link #busyPeriods}. */
    static Spread busy(MonthPlan month, long units, int scale) {
        return new Spread(0, busyPeriods(month), units, 0, null, scale, 0,
                month.hoursPerPeriod() == 1 ? Hours.BUSY : Hours.ALL, month.busyHours());
    }

    /** What this quantity leaves of so many units in every period. */
    Spread restOf(long units) {
        return new Spread(from, count, units - base, -spare, curve, scale, -more, hours, busyHours);
    }

    /** Whether peak days bring more of it. */
    boolean rises() {
        return curve != null && curve.rises();
    }

    /** The same with what peak days bring: in periods outside them the same quantity but for rounding. */
    Spread peaked() {
        return curve == null
                ? this
                : new Spread(from, count, base, Math.round(spare * curve.rise(from, from + count)), curve.peaked(),
                        scale,
                        more, hours, busyHours);
    }

    /** Whether every period has the same quantity. */
    public boolean constant() {
        return curve == null && more == 0;
    }

    /** The charge period of the {@code index}th row, counted from the start of the month. */
    public int period(int index) {
        return switch (hours) {
            case ALL -> from + index;
            case BUSY -> Objects.requireNonNull(busyHours).busy(from + index);
            case QUIET -> Objects.requireNonNull(busyHours).quiet(from + index);
        };
    }

    /** Units in the {@code index}th row, 0 to count − 1. */
    public long units(int index) {
        if (curve == null) {
            return more != 0 && Objects.requireNonNull(busyHours).isBusy(from + index) ? base + more : base;
        }
        if (curve.exact()) {
            return curve.before(from + index + 1) - (long) curve.before(from + index);
        }
        int start = curve.before(from);
        double span = curve.before(from + count) - start;
        long before = (long) (spare * ((curve.before(from + index) - start) / span));
        long after = (long) (spare * ((curve.before(from + index + 1) - start) / span));
        return base + after - before;
    }

    /** Units of all periods. */
    public long total() {
        return base * count + spare + more * (count / BusyHours.DAY * BusyHours.BUSY);
    }
}
