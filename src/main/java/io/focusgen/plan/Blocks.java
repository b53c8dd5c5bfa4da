package io.focusgen.plan;

import java.util.List;

import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Shard;
import io.focusgen.spec.Violation;

/**
 * The blocks of a whole window of months in order, and which of them a shard has. A block is encoded from the plan and its
 * number alone.
 */
public final class Blocks {

    private final Plan plan;
    private final int months;
    private final long[] blocksBefore;
    private final long[] rowsBefore;
    private final long first;
    private final long end;

    /**
     * A block's place.
     *
     * @param month the billing period it belongs to
     * @param slice within the month
     * @param firstRow within the slice
     * @param endRow within the slice, exclusive
     */
    public record Place(MonthPlan month, int slice, long firstRow, long endRow) {
    }

    private Blocks(Plan plan) {
        this.plan = plan;
        months = plan.spec().months();
        blocksBefore = new long[months + 1];
        rowsBefore = new long[months + 1];
        for (int m = 0; m < months; m++) {
            blocksBefore[m + 1] = blocksBefore[m] + plan.rows(month(m)).blocks();
            rowsBefore[m + 1] = rowsBefore[m] + plan.rows(month(m)).total();
        }
        Shard shard = plan.spec().shard();
        if (shard.count() > blocksBefore[months]) {
            throw new RefusedException(List.of(new Violation("shard", shard.toString(),
                    "Must be k/n with n at most " + blocksBefore[months]
                            + " for this data set.", "1/" + blocksBefore[months])));
        }
        long[] range = range(shard);
        first = range[0];
        end = range[1];
    }

    /**
     * The blocks of the shard that the plan's request names.
     *
     * @throws RefusedException where there are more shards than blocks
     */
    public static Blocks of(Plan plan) {
        return new Blocks(plan);
    }

    /**
     * Boundaries stand where each shard's share of the rows begins, moved so far that no shard is empty: boundary k is at
     * least one after boundary k − 1 and leaves a block for each shard behind it.
     */
    private long[] range(Shard shard) {
        long all = blocksBefore[months];
        long boundary = 0;
        long before = 0;
        for (long k = 1; k <= shard.index(); k++) {
            before = boundary;
            boundary = k == shard.count() ? all : Math.max(before + 1, blockAt(share(k, shard.count())));
        }
        long start = Math.min(before, all - (shard.count() - shard.index() + 1));
        long stop = Math.min(boundary, all - (shard.count() - shard.index()));
        return new long[]{start, stop};
    }

    private long share(long k, long count) {
        return (long) (rowsBefore[months] * ((double) k / count));
    }

    private long blockAt(long row) {
        int m = 0;
        while (rowsBefore[m + 1] <= row && m < months - 1) {
            m++;
        }
        MonthRows rows = plan.rows(month(m));
        return blocksBefore[m] + rows.blockAt(Math.min(rows.total() - 1, row - rowsBefore[m]));
    }

    private BillingMonth month(int m) {
        return plan.spec().firstMonth().plus(m);
    }

    /** Blocks of the shard. */
    public long count() {
        return end - first;
    }

    /** Rows of the shard. */
    public long rows() {
        return rowsBeforeBlock(end) - rowsBeforeBlock(first);
    }

    /** Whether the shard begins the data set. */
    public boolean beginning() {
        return first == 0;
    }

    private long rowsBeforeBlock(long block) {
        if (block == blocksBefore[months]) {
            return rowsBefore[months];
        }
        int m = monthOf(block);
        MonthRows rows = plan.rows(month(m));
        long inside = block - blocksBefore[m];
        return rowsBefore[m] + rows.rowsBefore(rows.sliceOf(inside)) + rows.firstRow(inside);
    }

    private int monthOf(long block) {
        int m = 0;
        while (blocksBefore[m + 1] <= block) {
            m++;
        }
        return m;
    }

    /** Where block {@code number} of the shard is, 0 to {@link #count()} − 1. */
    public Place place(long number) {
        long block = first + number;
        int m = monthOf(block);
        BillingMonth month = month(m);
        MonthRows rows = plan.rows(month);
        long inside = block - blocksBefore[m];
        return new Place(plan.month(month), rows.sliceOf(inside), rows.firstRow(inside), rows.endRow(inside));
    }
}
