package io.focusgen.truth;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.table.TableFormat;
import io.focusgen.table.TableWriter;

/** A sheet about a whole data set, whatever its shard, in parts that are written in any order and by any thread. */
public final class AnswerSheet {

    private final SheetLines lines;
    private final TableWriter writer;

    private AnswerSheet(SheetLines lines, TableWriter writer) {
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
        return new AnswerSheet(sheet.lines(DatasetPlan.of(spec.whole()), cancelled),
                format.writer(spec, sheet.label(), sheet.columns()));
    }

    /** Parts of the sheet, at least one; joined in order they are the whole. */
    public int parts() {
        return lines.parts();
    }

    /** Writes a part, 0 to {@link #parts()} − 1. */
    public void write(int part, ByteOutput out) {
        if (part == 0) {
            writer.begin(out);
        }
        lines.part(part, new Consumer<>() {

            private boolean first = part == 0;

            @Override
            public void accept(@Nullable String[] cells) {
                writer.line(cells, first, out);
                first = false;
            }
        });
        if (part == lines.parts() - 1) {
            writer.end(out);
        }
    }
}
