package io.focusgen.stream;

import java.math.BigDecimal;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.csv.CsvEncoder;
import io.focusgen.generate.Frames;
import io.focusgen.plan.Blocks;
import io.focusgen.plan.Plan;
import io.focusgen.spec.DatasetSpec;

/** A planned Cost and Usage data set: plan, generators and encoder joined into numbered blocks of bytes. */
public final class PlannedExport implements Export {

    private final DatasetSpec spec;
    private final Plan plan;
    private final Blocks blocks;
    private final Frames frames;
    private final ThreadLocal<CsvEncoder> encoder;

    private PlannedExport(DatasetSpec spec) {
        this.spec = spec;
        plan = Plan.of(spec);
        blocks = Blocks.of(plan);
        frames = new Frames(plan);
        encoder = ThreadLocal.withInitial(() -> new CsvEncoder(spec.columns()));
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
    public BigDecimal budget() {
        return plan.budget();
    }

    @Override
    public BigDecimal commitmentCoverage() {
        return plan.coverage();
    }

    @Override
    public BlockSource blocks() {
        return new BlockSource() {
            @Override
            public long blocks() {
                return blocks.count();
            }

            @Override
            public void encode(long block, ByteOutput out) {
                write(block, out);
            }
        };
    }

    private void write(long block, ByteOutput out) {
        CsvEncoder csv = encoder.get();
        if (block == 0 && blocks.beginning()) {
            csv.header(out);
        }
        Blocks.Place place = blocks.place(block);
        csv.rows(frames, frames.frame(place.month(), place.slice()), place.firstRow(), place.endRow(), out);
    }

    @Override
    public String toString() {
        return spec.toString();
    }
}
