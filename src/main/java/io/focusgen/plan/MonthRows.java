package io.focusgen.plan;

import java.util.Arrays;

import io.focusgen.spec.BillSpec;

/**
 * Which rows stand in which slice and block of a month with so many charge periods. Slices follow each other: the core
 * ones, the short-lived ones, the billing slice; the last is that of rows on top of those asked for, where there are any.
 */
public final class MonthRows {

    /** Most rows in a block: at about a kilobyte each, half of the four mebibytes that a block may have. */
    static final int BLOCK_ROWS = 2048;

    private final long[] rowsBefore;
    private final long[] blocksBefore;
    private final long shortRows;
    private final long onTop;
    private final boolean billing;

    /** @param billing rows of the billing slice */
    MonthRows(BillSpec spec, Structure structure, int periods, long billing) {
        int core = structure.coreSlices();
        int shorts = structure.shortSlices();
        long shortTax = structure.ladder().tax() ? ShortLived.taxRows(structure.company(), structure.shortLines()) : 0;
        shortRows = spec.rows() - billing - structure.coreRows(periods) - shortTax;
        onTop = 0;
        this.billing = billing > 0;
        int slices = core + shorts + (billing > 0 ? 1 : 0);
        rowsBefore = new long[slices + 1];
        blocksBefore = new long[slices + 1];
        for (int slice = 0; slice < slices; slice++) {
            long rows = slice < core
                    ? structure.rows(slice, periods)
                    : slice < core + shorts ? shortSliceRows(structure, slice - core) : billing;
            rowsBefore[slice + 1] = rowsBefore[slice] + rows;
            blocksBefore[slice + 1] = blocksBefore[slice] + (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        }
        if (rowsBefore[slices] != spec.rows()) {
            throw new IllegalStateException(rowsBefore[slices] + " rows planned instead of " + spec.rows());
        }
    }

    private MonthRows(MonthRows asked, long onTop) {
        rowsBefore = asked.rowsBefore;
        blocksBefore = asked.blocksBefore;
        shortRows = asked.shortRows;
        billing = asked.billing;
        this.onTop = onTop;
    }

    /** The same and so many rows behind them, at least 1, in a slice of their own. Shares what is large. */
    MonthRows withOnTop(long rows) {
        return new MonthRows(this, rows);
    }

    /** Slices of the rows that were asked for. */
    private int asked() {
        return rowsBefore.length - 1;
    }

    /** Whether this is the slice of the rows on top. */
    public boolean isOnTop(int slice) {
        return slice == asked();
    }

    /** Whether this is the slice of the billing account's own charges. */
    public boolean isBilling(int slice) {
        return billing && slice == asked() - 1;
    }

    private long shortSliceRows(Structure structure, int slice) {
        long first = JobGroups.first(slice);
        long end = Math.min(structure.shortLines(), JobGroups.first(slice + 1));
        long tax = structure.ladder().tax() ? ShortLived.services(structure.company(), first, (int) (end - first)) : 0;
        return shortRowsBefore(structure, end) - shortRowsBefore(structure, first) + tax;
    }

    /** Rows of the short-lived lines before this one: as even as whole numbers go. */
    public long shortRowsBefore(Structure structure, long line) {
        return Math.multiplyExact(shortRows, line) / structure.shortLines();
    }

    /** Rows of the whole month: those that were asked for and those on top. */
    public long total() {
        return rowsBefore(slices());
    }

    public int slices() {
        return asked() + (onTop > 0 ? 1 : 0);
    }

    public long rowsBefore(int slice) {
        return slice <= asked() ? rowsBefore[slice] : rowsBefore[asked()] + onTop;
    }

    public long rows(int slice) {
        return rowsBefore(slice + 1) - rowsBefore(slice);
    }

    /** Blocks of the whole month. */
    public long blocks() {
        return blocksBefore(slices());
    }

    public long blocksBefore(int slice) {
        return slice <= asked() ? blocksBefore[slice] : blocksBefore[asked()] + (onTop + BLOCK_ROWS - 1) / BLOCK_ROWS;
    }

    /** The slice that a block belongs to. */
    public int sliceOf(long block) {
        if (block >= blocksBefore[asked()]) {
            return asked();
        }
        int found = Arrays.binarySearch(blocksBefore, block);
        int slice = found >= 0 ? found : -found - 2;
        while (blocksBefore[slice + 1] == blocksBefore[slice]) {
            slice++;
        }
        return slice;
    }

    /** The first row of a block inside its slice. The rows of a slice are spread evenly over its blocks. */
    public long firstRow(long block) {
        int slice = sliceOf(block);
        long blocks = blocksBefore(slice + 1) - blocksBefore(slice);
        return rows(slice) * (block - blocksBefore[slice]) / blocks;
    }

    /** The end, exclusive, of a block's rows inside its slice. */
    public long endRow(long block) {
        int slice = sliceOf(block);
        long blocks = blocksBefore(slice + 1) - blocksBefore(slice);
        return rows(slice) * (block - blocksBefore[slice] + 1) / blocks;
    }

    /** The slice that holds this row of the month. */
    public int sliceAt(long row) {
        if (row >= rowsBefore[asked()]) {
            return asked();
        }
        int found = Arrays.binarySearch(rowsBefore, row);
        int slice = found >= 0 ? found : -found - 2;
        while (rowsBefore[slice + 1] == rowsBefore[slice]) {
            slice++;
        }
        return slice;
    }

    /** The block that holds this row of the month. */
    public long blockAt(long row) {
        int slice = sliceAt(row);
        long blocks = blocksBefore(slice + 1) - blocksBefore(slice);
        long inside = row - rowsBefore[slice];
        long block = inside * blocks / rows(slice);
        while (rows(slice) * (block + 1) / blocks <= inside) {
            block++;
        }
        return blocksBefore[slice] + block;
    }
}
