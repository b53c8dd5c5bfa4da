package io.focusgen.stream;

import java.util.List;

import io.focusgen.encode.ByteOutput;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.Blocks;
import io.focusgen.spec.DatasetSpec;

/**
 * The rows of a planned data set, block by block.
 *
 * @param spec what was asked for
 * @param blocks of the shard that was asked for
 * @param frames of each bill, in order
 */
record PlannedRows(DatasetSpec spec, Blocks blocks, List<Frames> frames) {

    PlannedRows {
        frames = List.copyOf(frames);
    }

    /** What is done with the rows of a block. */
    @FunctionalInterface
    interface Visitor {

        /** Takes them. @param first row of the frame, and @param end of its rows, exclusive */
        void rows(Frames bill, Frame frame, long first, long end);
    }

    /** Rows of a block. */
    long count(long block) {
        Blocks.Place place = blocks.place(block);
        return place.endRow() - place.firstRow();
    }

    /** Shows the rows of a block. @param reader of it: where nobody waits for it any more, a long pass ends with a CancellationException */
    void visit(long block, ByteOutput reader, Visitor visitor) {
        Blocks.Place place = blocks.place(block);
        Frames bill = frames.get(place.bill());
        visitor.rows(bill, bill.frame(place.month(), place.slice(), () -> !reader.isWanted()), place.firstRow(),
                place.endRow());
    }
}
