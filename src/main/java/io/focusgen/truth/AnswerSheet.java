package io.focusgen.truth;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.table.TableFormat;
import io.focusgen.table.TableWriter;

/** A sheet about a whole data set, whatever its shard, in parts that are written in any order and by any thread. */
public final class AnswerSheet {

    private final int parts;
    private final Function<BooleanSupplier, SheetLines> lines;
    private final TableWriter writer;

    /** @param lines given whether the work is cancelled */
    private AnswerSheet(int parts, Function<BooleanSupplier, SheetLines> lines, TableWriter writer) {
        this.parts = parts;
        this.lines = lines;
        this.writer = writer;
    }

    /**
     * Plans a sheet, and makes it where it is short. Takes milliseconds to seconds of CPU, so never call it on an event loop.
     *
     * @param cancelled asked again and again, from this thread; yes ends the work
     * @throws CancellationException where it says yes
     * @throws io.focusgen.spec.RefusedException where the data set cannot be planned, or is too large for the sheet
     */
    public static AnswerSheet of(DatasetSpec spec, Sheet sheet, TableFormat format, BooleanSupplier cancelled) {
        return of(spec, sheet.lines(DatasetPlan.of(spec.whole()), cancelled), sheet, format);
    }

    /**
     * The same sheet of a whole data set that is planned already, for later: one that is short is made whenever its only part
     * is written, which then takes milliseconds to seconds.
     *
     * @throws io.focusgen.spec.RefusedException where the data set is too large for the sheet
     */
    public static AnswerSheet whenRead(DatasetPlan plan, Sheet sheet, TableFormat format) {
        DatasetSpec spec = plan.spec();
        sheet.require(spec);
        return sheet.isShort()
                ? new AnswerSheet(1, cancelled -> sheet.lines(plan, cancelled), writer(spec, sheet, format))
                : of(spec, sheet.lines(plan, () -> false), sheet, format);
    }

    private static AnswerSheet of(DatasetSpec spec, SheetLines lines, Sheet sheet, TableFormat format) {
        return new AnswerSheet(lines.parts(), cancelled -> lines, writer(spec, sheet, format));
    }

    private static TableWriter writer(DatasetSpec spec, Sheet sheet, TableFormat format) {
        return format.writer(spec, sheet.label(), sheet.columns());
    }

    /** Parts of the sheet, at least one; joined in order they are the whole. */
    public int parts() {
        return parts;
    }

    /**
     * Writes a part, 0 to {@link #parts()} − 1.
     *
     * @return its lines, header not counted
     * @throws CancellationException where {@code out} is not wanted any more
     */
    public long write(int part, ByteOutput out) {
        SheetLines made = lines.apply(() -> !out.isWanted());
        if (part == 0) {
            writer.begin(out);
        }
        Lines written = new Lines(writer, out, part == 0);
        made.part(part, written);
        if (part == parts - 1) {
            writer.end(out);
        }
        return written.count;
    }

    /** Writes and counts the lines of a part. */
    private static final class Lines implements Consumer<@Nullable String[]> {

        private final TableWriter writer;
        private final ByteOutput out;
        private final boolean atStart;
        private long count;

        Lines(TableWriter writer, ByteOutput out, boolean atStart) {
            this.writer = writer;
            this.out = out;
            this.atStart = atStart;
        }

        @Override
        public void accept(@Nullable String[] cells) {
            writer.line(cells, atStart && count == 0, out);
            count++;
        }
    }
}
