package io.focusgen.stream;

import java.util.List;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.Notation;
import io.focusgen.encode.RowEncoder;
import io.focusgen.encode.compress.BlockCompressor;
import io.focusgen.encode.compress.Compression;
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
        DatasetSpec spec = plan.spec();
        Notation notation = format.notation(spec.text());
        ThreadLocal<RowEncoder> encoder = ThreadLocal.withInitial(() -> new RowEncoder(spec.columns(), notation));
        Compression compression = format.compression();
        if (compression != null) {
            // Where its library is missing, that is known before the first byte.
            BlockCompressor.ofThread(compression);
        }
        return new BlockSource() {
            @Override
            public long blocks() {
                return blocks.count();
            }

            @Override
            public void encode(long block, ByteOutput out) {
                if (compression == null) {
                    write(encoder.get(), block, out, out);
                } else {
                    BlockCompressor.ofThread(compression).compress(text -> write(encoder.get(), block, text, out), out);
                }
            }
        };
    }

    /** @param reader whether anybody waits for it */
    private void write(RowEncoder encoder, long block, ByteOutput out, ByteOutput reader) {
        if (block == 0 && blocks.beginning()) {
            encoder.header(out);
        }
        Blocks.Place place = blocks.place(block);
        Frames bill = frames.get(place.bill());
        encoder.rows(bill, bill.frame(place.month(), place.slice(), () -> !reader.isWanted()), place.firstRow(),
                place.endRow(), out);
    }

    @Override
    public String toString() {
        return plan.toString();
    }
}
