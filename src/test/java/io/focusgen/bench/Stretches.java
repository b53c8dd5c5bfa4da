package io.focusgen.bench;

import java.util.Set;
import java.util.TreeSet;

import io.focusgen.encode.ByteOutput;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.Blocks;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/**
 * Stretches of following blocks at even distances over a data set: as many rows as a measurement needs, from all of its
 * parts. A source of blocks itself.
 */
final class Stretches implements BlockSource {

    /** Stretches of a data set; each long enough that the blocks of a slice follow each other as they do in a stream. */
    private static final int COUNT = 8;

    private final DatasetPlan plan;
    private final BlockSource source;
    private final long[] numbers;
    private final long rows;

    /**
     * Plans the request, to be written as CSV.
     *
     * @param rows wanted, at least; those of the whole data set where it has no more
     */
    Stretches(Request request, long rows) {
        this(request, rows, Format.CSV);
    }

    /** The same in another format. */
    Stretches(Request request, long rows, Format format) {
        plan = DatasetPlan.of(request.spec());
        source = PlannedExport.of(request.spec()).blocks(format);
        Blocks blocks = plan.blocks();
        long all = blocks.count();
        long each = Math.min(all, all * rows / blocks.rows() + COUNT) / COUNT;
        numbers = new long[(int) (each * COUNT)];
        long found = 0;
        for (int stretch = 0; stretch < COUNT; stretch++) {
            long first = (all - each) * stretch / (COUNT - 1);
            for (int i = 0; i < each; i++) {
                numbers[(int) (stretch * each) + i] = first + i;
                Blocks.Place place = blocks.place(first + i);
                found += place.endRow() - place.firstRow();
            }
        }
        this.rows = found;
    }

    @Override
    public long blocks() {
        return numbers.length;
    }

    @Override
    public void encode(long block, ByteOutput out) {
        source.encode(numbers[(int) block], out);
    }

    /** Encodes all of them and returns their rows. */
    long encode(ByteOutput out) {
        for (long number : numbers) {
            source.encode(number, out);
        }
        return rows;
    }

    /** Rows of the stretches. */
    long rows() {
        return rows;
    }

    /** Different resources of the whole data set. */
    int resources() {
        Blocks blocks = plan.blocks();
        Frames frames = new Frames(plan.bills().get(0));
        Cells cells = new Cells();
        Set<String> resources = new TreeSet<>();
        for (long block = 0; block < blocks.count(); block++) {
            Blocks.Place place = blocks.place(block);
            Frame frame = frames.frame(place.month(), place.slice());
            int last = frame.chargeAt(place.endRow() - 1);
            for (int i = frame.chargeAt(place.firstRow()); i <= last; i++) {
                Charge charge = frame.charge(i);
                cells.clear();
                charge.describe(cells);
                String resource = cells.get(FocusColumn.RESOURCE_ID);
                if (resource != null) {
                    resources.add(resource);
                }
            }
        }
        return resources.size();
    }
}
