package io.focusgen.stream;

import java.util.List;

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

    private static final long BILL_BYTES = 512 << 10;
    private static final long SLICE_BYTES = 160;
    private static final long ORGANISATION_BYTES = 2 << 20;

    private final DatasetPlan plan;
    private final Blocks blocks;
    private final List<Frames> frames;

    private PlannedExport(DatasetPlan plan, List<Frames> frames) {
        this.plan = plan;
        this.frames = frames;
        blocks = plan.blocks();
    }

    /**
     * Plans a request.
     *
     * @throws io.focusgen.spec.RefusedException where it cannot be met as asked
     */
    public static PlannedExport of(DatasetSpec spec) {
        DatasetPlan plan = DatasetPlan.of(spec);
        return new PlannedExport(plan, plan.bills().stream().map(Frames::new).toList());
    }

    /**
     * Some of its rows as a data set of their own, without planning them again: the very bytes that {@link #of} gives.
     *
     * @param some all of it or the month of one provider ({@link DatasetSpec#month}), or a shard of that
     * @throws io.focusgen.spec.RefusedException where it has more shards than blocks
     */
    public PlannedExport part(DatasetSpec some) {
        DatasetPlan part = plan.part(some);
        return new PlannedExport(part,
                part.bills().stream().map(bill -> frames.get(plan.bills().indexOf(bill))).toList());
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
     * that it keeps. An organisation of one's own may be much larger than an invented one.
     */
    @Override
    public long heapBytes() {
        long bytes = plan.spec().organisation() == null ? 0 : ORGANISATION_BYTES;
        for (Plan bill : plan.bills()) {
            long slices = (long) bill.structure().coreSlices() + bill.structure().shortSlices();
            bytes += BILL_BYTES + SLICE_BYTES * slices;
        }
        return bytes;
    }

    /** Frames take more memory than all else, and are as quickly made as the rows of them. */
    @Override
    public PlannedExport forStream() {
        return new PlannedExport(plan, plan.bills().stream().map(Frames::new).toList());
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
