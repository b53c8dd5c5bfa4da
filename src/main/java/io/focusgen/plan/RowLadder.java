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
 * @param supportBands rows of the support plan in a month
 * @param reservedParts parts of the machine that the company reserves capacity of; 0 where it reserves none
 * @param sellersInvoice whether what others sell through the provider is on invoices of their own
 * @param rounds whether the provider writes what rounds an invoice as a row
 */
public record RowLadder(long rows, Granularity granularity, boolean covered, int supportBands, int reservedParts,
        boolean sellersInvoice, boolean rounds) {

    static final long CORE_HOURLY = 10_000;
    static final long CORE_DAILY = 1_000;
    static final long TAX = 30;
    static final long SUPPORT = 100;
    static final long CREDIT = 300;

    /** Products of the marketplace that a company subscribes to. */
    public static final int SUBSCRIPTIONS = 4;

    static final long CAPACITY = 30_000;
    static final long MARKETPLACE = 30_000;
    private static final long FULL_MARKETPLACE_HOURLY = 100_000;
    private static final int MARKETPLACE_USAGE = 3;

    static final long CORRECTIONS = 30_000;
    private static final int MOST_CORRECTIONS = 2_000;

    /** One row in so many is a correction. */
    private static final int ROWS_OF_CORRECTION = 400;

    /** Days at the beginning of a month on which a daily bill has credits. */
    private static final int CREDIT_DAYS = 10;

    private static final long FEWER_CREDITS_DAILY = 10_000;
    private static final long FEWER_CREDITS_MONTHLY = 1_000;

    /** One meter that credits are given for in so many has some, in large bills that are not hourly. */
    private static final int CREDIT_EVERY = 4;

    private static final int HOURS_OF_DAY = 24;
    static final long COMMITMENTS = 3_000;

    /** Rows of the largest bills that are added up for their adjustment: less than a second's work of one core. */
    static final long CLOSED_HOURLY = 300_000_000;
    static final long CLOSED_DAILY = 30_000_000;
    static final long CLOSED_MONTHLY = 1_000_000;

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

    /**
     * Part of a class's money that goes to its short-lived resources, where it has both kinds. By the hour training runs,
     * nightly jobs and transfers are few rows and large amounts, which is what makes real bills steep; by the day a bill of as
     * many rows is one of many more resources, and jobs are a small part of it.
     */
    double shortPart() {
        return switch (granularity) {
            case HOURLY -> 0.45;
            case DAILY -> 0.12;
            case MONTHLY -> 0.06;
        };
    }

    public boolean tax() {
        return rows >= TAX;
    }

    public boolean support() {
        return rows >= SUPPORT;
    }

    /** Lines of a capacity reservation: used and unused of each part of the machine. */
    public int capacityLines() {
        return core() && rows >= CAPACITY ? 2 * reservedParts : 0;
    }

    /** Products of others that are charged by use; those bought by the month or once come with them. */
    public int marketplaceUsage() {
        if (!core() || rows < MARKETPLACE) {
            return 0;
        }
        return granularity == Granularity.HOURLY && rows < FULL_MARKETPLACE_HOURLY ? 1 : MARKETPLACE_USAGE;
    }

    /** Rows that correct some of the month before. */
    public int corrections() {
        return core() && rows >= CORRECTIONS ? (int) Math.min(MOST_CORRECTIONS, rows / ROWS_OF_CORRECTION) : 0;
    }

    /** An adjustment that rounds the invoice, where there are charges with more digits than coins have. */
    public boolean rounding() {
        return rounds && (commitments() || corrections() > 0);
    }

    /** Whether that adjustment closes all that is invoiced: larger bills take too long to be added up for one row. */
    public boolean wholeInvoice() {
        return rounding() && rows <= switch (granularity) {
            case HOURLY -> CLOSED_HOURLY;
            case DAILY -> CLOSED_DAILY;
            case MONTHLY -> CLOSED_MONTHLY;
        };
    }

    /** Credits of a programme, by the day on what they are given for. */
    public boolean credits() {
        return core() && rows >= CREDIT;
    }

    /**
     * How many of so many meters that credits are given for have some. Fewer where the bill is not hourly, so that the
     * part of credits among its rows is about the same.
     */
    long credited(long meters) {
        boolean all = switch (granularity) {
            case HOURLY -> true;
            case DAILY -> rows < FEWER_CREDITS_DAILY;
            case MONTHLY -> rows < FEWER_CREDITS_MONTHLY;
        };
        int every = all ? 1 : CREDIT_EVERY;
        return credits() ? (meters + every - 1) / every : 0;
    }

    /** Rows of credits on a meter in a month of so many charge periods: by the day also in an hourly bill. */
    public int creditRows(int periods) {
        return switch (granularity) {
            case HOURLY -> periods / HOURS_OF_DAY;
            case DAILY -> CREDIT_DAYS;
            case MONTHLY -> 1;
        };
    }

    public boolean commitments() {
        return covered && core() && rows >= COMMITMENTS;
    }
}
