package io.focusgen.stream;

import java.util.List;

import io.focusgen.generate.Frames;
import io.focusgen.plan.Blocks;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.DatasetSpec;

/** A planned Cost and Usage data set: plans, generators and encoder joined into numbered blocks of bytes. */
public final class PlannedExport implements Export {

    private final DatasetPlan plan;
    private final Blocks blocks;
    private final List<Frames> frames;

    private PlannedExport(DatasetSpec spec) {
        plan = DatasetPlan.of(spec);
        blocks = plan.blocks();
        frames = plan.bills().stream().map(Frames::new).toList();
    }

    /**
     * Plans a request.
     *
     * @throws io.focusgen.spec.RefusedException where it cannot be met as asked
     */
    public static PlannedExport of(DatasetSpec spec) {
        return new PlannedExport(spec);
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

    @Override
    public BlockSource blocks(Format format) {
        PlannedRows rows = new PlannedRows(plan.spec(), blocks, frames);
        return format == Format.PARQUET ? new ParquetBlocks(rows) : new TextBlocks(rows, format);
    }

    @Override
    public String toString() {
        return plan.toString();
    }
}
