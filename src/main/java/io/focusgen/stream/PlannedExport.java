package io.focusgen.stream;

import java.util.List;
import java.util.stream.IntStream;

import io.focusgen.generate.FrameStock;
import io.focusgen.generate.Frames;
import io.focusgen.plan.Blocks;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.table.TableFormat;
import io.focusgen.truth.AnswerSheet;
import io.focusgen.truth.Sheet;

/** A planned Cost and Usage data set: plans, generators and encoder joined into numbered blocks of bytes. */
public final class PlannedExport implements Export {

    private static final long BILL_BYTES = 256 << 10;
    private static final long MONTH_BYTES = 32 << 10;
    private static final int MOST_MONTHS = 8;
    private static final long SLICE_BYTES = 160;
    private static final long ORGANISATION_BYTES = 2 << 20;

    /** Rows of a data set whose streams share frames: of larger ones they are as quickly made as the rows of them. */
    private static final long MOST_SHARED_ROWS = 20_000;
    /** What these may take: all that 10,000 rows have. */
    private static final long FRAMES_BYTES = 448 << 10;
    /** At most each row is a charge of its own in a frame of its own. */
    private static final long ROW_BYTES = 1 << 10;

    private final DatasetPlan plan;
    private final Blocks blocks;
    private final List<FrameStock> stocks;
    private final List<Frames> frames;

    private PlannedExport(DatasetPlan plan, List<FrameStock> stocks, List<Frames> frames) {
        this.plan = plan;
        this.stocks = stocks;
        this.frames = frames;
        blocks = plan.blocks();
    }

    private static PlannedExport of(DatasetPlan plan, List<FrameStock> stocks) {
        return new PlannedExport(plan, stocks, IntStream.range(0, stocks.size())
                .mapToObj(bill -> new Frames(plan.bills().get(bill), stocks.get(bill))).toList());
    }

    /**
     * Plans a request.
     *
     * @throws io.focusgen.spec.RefusedException where it cannot be met as asked
     */
    public static PlannedExport of(DatasetSpec spec) {
        DatasetPlan plan = DatasetPlan.of(spec);
        long most = framesBytes(plan) / plan.bills().size();
        return of(plan, plan.bills().stream().map(bill -> new FrameStock(most)).toList());
    }

    /** What shared frames of all bills may take. Each holds its month: where there are more of those than a bill keeps, nothing. */
    private static long framesBytes(DatasetPlan plan) {
        long rows = plan.blocks().rows();
        return rows > MOST_SHARED_ROWS || plan.spec().months() > MOST_MONTHS
                ? 0
                : Math.min(FRAMES_BYTES, ROW_BYTES * rows);
    }

    /**
     * Some of its rows as a data set of their own, without planning them again: the very bytes that {@link #of} gives.
     *
     * @param some all of it or the month of one provider ({@link DatasetSpec#month}), or a shard of that
     * @throws io.focusgen.spec.RefusedException where it has more shards than blocks
     */
    public PlannedExport part(DatasetSpec some) {
        DatasetPlan part = plan.part(some);
        List<Integer> bills = part.bills().stream().map(bill -> plan.bills().indexOf(bill)).toList();
        return new PlannedExport(part, bills.stream().map(stocks::get).toList(),
                bills.stream().map(frames::get).toList());
    }

    /** How many shards it can have at most. */
    public long mostShards() {
        return blocks.count();
    }

    /** An answer sheet about all of the data set, made when it is read. */
    public BlockSource sheet(Sheet sheet, TableFormat format) {
        return new AnswerSheetBlocks(AnswerSheet.whenRead(plan, sheet, format));
    }

    @Override
    public long rows() {
        return blocks.rows();
    }

    @Override
    public List<PlannedBill> bills() {
        return plan.bills().stream().map(bill -> new PlannedBill(bill.spec().provider().label(), bill.budget(),
                bill.spec().currency().code(), bill.coverage())).toList();
    }

    /**
     * Measured: 40 to 170 KB for a bill, 31 to 136 bytes for each of its slices, some 30 KB for each of at most eight months
     * that it keeps, and all that frames may take. An organisation of one's own may be much larger than an invented one.
     */
    @Override
    public long heapBytes() {
        long bytes = framesBytes(plan) + (plan.spec().organisation() == null ? 0 : ORGANISATION_BYTES);
        for (Plan bill : plan.bills()) {
            long slices = (long) bill.structure().coreSlices() + bill.structure().shortSlices();
            bytes += BILL_BYTES + MONTH_BYTES * Math.min(MOST_MONTHS, plan.spec().months()) + SLICE_BYTES * slices;
        }
        return bytes;
    }

    /** Frames that it does not share are made for each stream: of large bills they take more memory than all else. */
    @Override
    public PlannedExport forStream() {
        return of(plan, stocks);
    }

    @Override
    public BlockSource blocks(Format format) {
        PlannedRows rows = new PlannedRows(plan.spec(), blocks, frames);
        return format == Format.PARQUET ? new ParquetBlocks(rows) : new TextBlocks(rows, format);
    }

    /**
     * About how many bytes a row takes in a format, at least 1: measured at some blocks of it, which are encoded for that. Never
     * call it on an event loop.
     */
    public double bytesPerRow(Format format) {
        return SizeSample.bytesPerRow(new PlannedRows(plan.spec(), blocks, frames), format);
    }

    @Override
    public String toString() {
        return plan.toString();
    }
}
