package io.focusgen.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Shard;
import io.focusgen.spec.Violation;

/**
 * The blocks of a data set in order, bill after bill and month after month, and which of them a shard has. A block is encoded
 * from the plan of its bill and its number alone.
 */
public final class Blocks {

    private final List<Plan> plans;
    private final BillingMonth firstMonth;
    private final int months;
    /** Of the months of all bills. */
    private final long[] blocksBefore;
    private final long[] rowsBefore;
    private final long first;
    private final long end;

    /**
     * The place of a block or of some other rows.
     *
     * @param bill number of the bill, from 0
     * @param month the billing period it belongs to
     * @param slice within the month
     * @param firstRow within the slice
     * @param endRow within the slice, exclusive
     */
    public record Place(int bill, MonthPlan month, int slice, long firstRow, long endRow) {
    }

    private Blocks(DatasetSpec spec, List<Plan> plans) {
        this.plans = plans;
        firstMonth = spec.firstMonth();
        months = spec.months();
        int parts = plans.size() * months;
        blocksBefore = new long[parts + 1];
        rowsBefore = new long[parts + 1];
        for (int part = 0; part < parts; part++) {
            blocksBefore[part + 1] = blocksBefore[part] + rowsOf(part).blocks();
            rowsBefore[part + 1] = rowsBefore[part] + rowsOf(part).total();
        }
        long all = blocksBefore[parts];
        Shard shard = spec.shard();
        if (shard.count() > all) {
            throw new RefusedException(List.of(new Violation("shard", shard.toString(),
                    "Must be k/n with n at most " + all + " for this data set.", "1/" + all)));
        }
        long[] range = range(shard, all);
        first = range[0];
        end = range[1];
    }

    /**
     * The blocks of the shard that the request names.
     *
     * @param plans of the request's bills, in order
     * @throws RefusedException where there are more shards than blocks
     */
    public static Blocks of(DatasetSpec spec, List<Plan> plans) {
        return new Blocks(spec, List.copyOf(plans));
    }

    /**
     * Boundaries stand where each shard's share of the rows begins, moved so far that no shard is empty: boundary k is at
     * least one after boundary k − 1 and leaves a block for each shard behind it.
     */
    private long[] range(Shard shard, long all) {
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
        return (long) (rowsBefore[rowsBefore.length - 1] * ((double) k / count));
    }

    private long blockAt(long row) {
        int part = partAt(rowsBefore, row);
        MonthRows rows = rowsOf(part);
        return blocksBefore[part] + rows.blockAt(Math.min(rows.total() - 1, row - rowsBefore[part]));
    }

    /** The month of a bill that this row or block is in; every one has some of both. */
    private static int partAt(long[] before, long number) {
        int found = Arrays.binarySearch(before, number);
        return Math.min(before.length - 2, found >= 0 ? found : -found - 2);
    }

    private MonthRows rowsOf(int part) {
        return plans.get(part / months).rows(month(part));
    }

    private BillingMonth month(int part) {
        return firstMonth.plus(part % months);
    }

    /** Blocks of the shard. */
    public long count() {
        return end - first;
    }

    /** Rows of the shard. */
    public long rows() {
        return rowsBeforeBlock(end) - rowsBeforeBlock(first);
    }

    private long rowsBeforeBlock(long block) {
        int part = partAt(blocksBefore, block);
        MonthRows rows = rowsOf(part);
        long inside = block - blocksBefore[part];
        return inside == rows.blocks()
                ? rowsBefore[part + 1]
                : rowsBefore[part] + rows.rowsBefore(rows.sliceOf(inside)) + rows.firstRow(inside);
    }

    /** Where block {@code number} of the shard is, 0 to {@link #count()} − 1. */
    public Place place(long number) {
        long block = first + number;
        int part = partAt(blocksBefore, block);
        MonthRows rows = rowsOf(part);
        long inside = block - blocksBefore[part];
        int bill = part / months;
        return new Place(bill, plans.get(bill).month(month(part)), rows.sliceOf(inside), rows.firstRow(inside),
                rows.endRow(inside));
    }

    /**
     * Where rows of the shard are, in order: one place for each slice that some of them are in.
     *
     * @param offset rows of the shard before the first, at least 0; beyond the end there are none
     * @param count how many at most
     */
    public List<Place> rows(long offset, int count) {
        List<Place> places = new ArrayList<>();
        long left = Math.max(0, Math.min(count, rows() - offset));
        long row = left == 0 ? 0 : rowsBeforeBlock(first) + offset;
        while (left > 0) {
            int part = partAt(rowsBefore, row);
            MonthRows rows = rowsOf(part);
            int slice = rows.sliceAt(row - rowsBefore[part]);
            long from = row - rowsBefore[part] - rows.rowsBefore(slice);
            long to = Math.min(rows.rows(slice), from + left);
            int bill = part / months;
            places.add(new Place(bill, plans.get(bill).month(month(part)), slice, from, to));
            row += to - from;
            left -= to - from;
        }
        return places;
    }
}
