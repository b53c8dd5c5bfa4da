package io.focusgen.preview;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.RowEncoder;
import io.focusgen.encode.json.JsonNotation;
import io.focusgen.generate.Frames;
import io.focusgen.plan.Blocks;
import io.focusgen.plan.DatasetPlan;

/** Some rows of a data set as a JSON array: the lines of its NDJSON, with commas between them. */
final class PreviewRows {

    private static final int FIRST_ARRAY = 1 << 16;

    private PreviewRows() {
    }

    /** The lines in one array that grows. */
    private static final class Lines extends ByteOutput {

        Lines() {
            super(new byte[FIRST_ARRAY]);
        }

        @Override
        protected void next(int bytes) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, length + bytes));
        }

        /** No text of a row holds a line feed as it is, so that every one ends a row. */
        String joined() {
            if (length == 0) {
                return "[]";
            }
            for (int i = 0; i < length - 1; i++) {
                array[i] = array[i] == '\n' ? (byte) ',' : array[i];
            }
            return '[' + new String(array, 0, length - 1, StandardCharsets.US_ASCII) + ']';
        }
    }

    /** @throws CancellationException where {@code cancelled} says yes */
    static String of(DatasetPlan plan, long offset, int limit, BooleanSupplier cancelled) {
        List<Frames> frames = plan.bills().stream().map(Frames::new).toList();
        RowEncoder encoder = new RowEncoder(plan.spec().columns(), new JsonNotation());
        Lines lines = new Lines();
        for (Blocks.Place place : plan.blocks().rows(offset, limit)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            Frames bill = frames.get(place.bill());
            encoder.rows(bill, bill.frame(place.month(), place.slice(), cancelled), place.firstRow(),
                    place.endRow(), lines);
        }
        return lines.joined();
    }
}
