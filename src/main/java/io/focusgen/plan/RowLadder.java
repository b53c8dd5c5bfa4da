package io.focusgen.plan;

import io.focusgen.focus.Granularity;

/**
 * From how many rows on each kind of charge exists. A bill of ten rows cannot hold a purchase, its unused part and its
 * tax in every hour; what a small data set leaves out, it leaves out whole, so that the rest still reconciles.
 *
 * <p>At a step the new rows take the place of others: a request just above one may lack the last few resources of one just
 * below it. Between steps a smaller request always has a prefix of the larger one's resources.
 *
 * @param rows asked for, per month
 * @param granularity of the usage rows
 * @param covered whether any usage shall be covered by commitments
 */
public record RowLadder(long rows, Granularity granularity, boolean covered) {

    static final long CORE_HOURLY = 10_000;
    static final long CORE_DAILY = 1_000;
    static final long TAX = 30;
    static final long SUPPORT = 100;
    static final long CREDIT = 300;
    static final long THREE_CREDITS = 10_000;
    static final long TWELVE_CREDITS = 1_000_000;
    static final long COMMITMENTS = 3_000;

    /** Charge periods that have a busy hour, of so many that are a month. */
    int busyPeriods(int periods) {
        return switch (granularity) {
            case HOURLY -> periods / BusyHours.DAY * BusyHours.BUSY;
            case DAILY, MONTHLY -> periods;
        };
    }

    /** Resources that live all month and in every month. */
    public boolean core() {
        return switch (granularity) {
            case HOURLY -> rows >= CORE_HOURLY;
            case DAILY -> rows >= CORE_DAILY;
            case MONTHLY -> true;
        };
    }

    public boolean shortLived() {
        return !core() || rows >= TAX;
    }

    public boolean tax() {
        return rows >= TAX;
    }

    public boolean support() {
        return rows >= SUPPORT;
    }

    public int credits() {
        if (rows < CREDIT) {
            return 0;
        }
        return rows < THREE_CREDITS ? 1 : rows < TWELVE_CREDITS ? 3 : 12;
    }

    public boolean commitments() {
        return covered && core() && rows >= COMMITMENTS;
    }
}
