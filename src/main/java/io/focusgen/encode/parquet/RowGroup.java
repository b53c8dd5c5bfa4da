package io.focusgen.encode.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.LineCells;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.OutputColumn;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;

/**
 * The rows of some blocks as one row group. What is buffered are dictionaries and compressed pages, about 30 bytes a row.
 * Not thread-safe; used once.
 */
public final class RowGroup {

    /** Bytes of a page before it is compressed, about; all columns have one in memory. */
    private static final int PAGE_BYTES = 128 << 10;

    private static final int PAGE_ROWS = 16_384;

    /** A column with more different values than have room here is written plainly. */
    private static final int DICTIONARY_BYTES = 512 << 10;

    /** Statistics hold so many bytes of a text. */
    private static final int STATISTICS_BYTES = 64;

    private static final long MICROS_OF_HOUR = 3_600_000_000L;
    private static final long MICROS_OF_SECOND = 1_000_000L;

    private final List<OutputColumn> columns;
    private final MessageType schema;
    private final LineCells line;
    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore store;
    private final ColumnWriter[] writers;
    /** The last text of each column and what it is in bytes: most lines say what the one before said. */
    private final @Nullable String[] texts;
    private final @Nullable Binary[] binaries;
    /** Of the rows of a line. */
    private long[] units = {};
    private int[] periods = {};
    private int[] ends = {};
    private long rows;

    /** @param columns to write, in file order; at least one */
    public RowGroup(List<OutputColumn> columns) {
        this.columns = columns;
        schema = ParquetTypes.schema(columns);
        line = new LineCells(columns);
        ParquetProperties properties = ParquetProperties.builder().withPageSize(PAGE_BYTES)
                .withPageRowCountLimit(PAGE_ROWS).withDictionaryPageSize(DICTIONARY_BYTES)
                .withStatisticsTruncateLength(STATISTICS_BYTES).build();
        pages = new ColumnChunkPageWriteStore(new ZstdPages(), schema, new HeapByteBufferAllocator(),
                STATISTICS_BYTES);
        store = properties.newColumnWriteStore(schema, pages);
        List<ColumnDescriptor> descriptors = schema.getColumns();
        writers = descriptors.stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
        texts = new @Nullable String[writers.length];
        binaries = new @Nullable Binary[writers.length];
    }

    /**
     * Adds rows of a slice.
     *
     * @param first row of the slice
     * @param last row of the slice, exclusive
     */
    public void rows(Frames frames, Frame frame, long first, long last) {
        line.month(frames, frame);
        long row = first;
        for (int place = frame.chargeAt(first); row < last; place++) {
            Charge charge = frame.charge(place);
            int from = (int) (row - frame.rowsBefore(place));
            int to = (int) Math.min(charge.rows(), last - frame.rowsBefore(place));
            line.line(charge);
            read(charge, frame, from, to);
            for (int column = 0; column < writers.length; column++) {
                write(column, frame, to - from);
            }
            row += to - from;
        }
        // Only now do all columns have these rows, which pages may end behind.
        for (long added = first; added < last; added++) {
            store.endRecord();
        }
        rows += last - first;
    }

    private void read(Charge charge, Frame frame, int from, int to) {
        if (units.length < to - from) {
            units = new long[to - from];
            periods = new int[to - from];
            ends = new int[to - from];
        }
        for (int i = 0; i < to - from; i++) {
            units[i] = charge.quantity().units(from + i);
            periods[i] = charge.wholeMonth() ? 0 : charge.quantity().period(from + i) * charge.periodsOfRow();
            ends[i] = charge.wholeMonth() ? frame.periods() : periods[i] + charge.periodsOfRow();
        }
    }

    private void write(int column, Frame frame, int count) {
        ColumnWriter writer = writers[column];
        if (!line.changes(column)) {
            write(writer, column, line.text(column), count);
        } else if (line.isStart(column)) {
            write(writer, periods, frame, count);
        } else if (line.isEnd(column)) {
            write(writer, ends, frame, count);
        } else {
            numbers(writer, column, count);
        }
    }

    private void write(ColumnWriter writer, int column, @Nullable String text, int count) {
        if (text == null) {
            for (int i = 0; i < count; i++) {
                writer.writeNull(0, 0);
            }
            return;
        }
        switch (columns.get(column).type()) {
            case TEXT, JSON, DECIMAL -> {
                Binary value = binary(column, text);
                for (int i = 0; i < count; i++) {
                    writer.write(value, 0, 1);
                }
            }
            case DATE_TIME -> {
                long value = Instant.parse(text).getEpochSecond() * MICROS_OF_SECOND;
                for (int i = 0; i < count; i++) {
                    writer.write(value, 0, 1);
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same string is the same text; another one is looked at
    private Binary binary(int column, String text) {
        Binary known = binaries[column];
        if (known == null || texts[column] != text) {
            known = columns.get(column).type() == ColumnType.DECIMAL
                    ? Decimals.of(new BigDecimal(text))
                    : Binary.fromString(text);
            texts[column] = text;
            binaries[column] = known;
        }
        return known;
    }

    private static void write(ColumnWriter writer, int[] periods, Frame frame, int count) {
        for (int i = 0; i < count; i++) {
            long hour = frame.startHour() + (long) periods[i] * frame.hoursPerPeriod();
            writer.write(hour * MICROS_OF_HOUR, 0, 1);
        }
    }

    private void numbers(ColumnWriter writer, int column, int count) {
        long factor = line.factor(column);
        int scale = line.scale(column);
        Decimal by = line.divisor(column);
        Binary value = Decimals.of(factor, units[0], scale, by);
        for (int i = 0; i < count; i++) {
            if (i > 0 && units[i] != units[i - 1]) {
                value = Decimals.of(factor, units[i], scale, by);
            }
            writer.write(value, 0, 1);
        }
    }

    /** Rows so far. */
    public long rows() {
        return rows;
    }

    /** Writes the bytes of the row group; it takes no more rows. */
    public GroupPlace finish(ByteOutput out) {
        try (store; pages) {
            store.flush();
            return GroupPlace.write(schema, pages, rows, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
