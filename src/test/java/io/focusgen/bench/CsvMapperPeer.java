package io.focusgen.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import io.focusgen.encode.ByteOutput;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;

/**
 * Our own rows, bound to records whose values wait in memory, written by Jackson's CSV mapper: what a service would do
 * that has its rows already and only has to encode them.
 */
final class CsvMapperPeer {

    /** Rows in memory. */
    private static final int ROWS = 20_000;

    private final CsvMapper mapper = CsvMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();
    private final List<BoundRow> rows = new ArrayList<>();
    private long bytes;

    /**
     * Reads rows at even distances out of {@code stretches} and writes them once to see that the cells are the same.
     *
     * @throws IllegalStateException where a cell comes out different
     */
    CsvMapperPeer(Stretches stretches) throws Exception {
        Sample sample = new Sample(stretches.rows() / ROWS);
        stretches.encode(sample);
        List<String[]> ours = cells(sample.bytes());
        List<String> columns = FocusColumn.of(FocusVersion.V1_2).stream().map(FocusColumn::id).toList();
        // The first stretch begins the data set, so there is a header to drop.
        requireSame(ours.remove(0), columns.toArray(String[]::new));
        for (String[] row : ours) {
            rows.add(bind(row));
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        write(written, true);
        List<String[]> theirs = cells(written.toByteArray());
        requireSame(theirs.remove(0), columns.toArray(String[]::new));
        if (theirs.size() != ours.size()) {
            throw new IllegalStateException(theirs.size() + " rows of " + ours.size());
        }
        for (int i = 0; i < ours.size(); i++) {
            requireSame(ours.get(i), theirs.get(i));
        }
    }

    private static void requireSame(String[] one, String[] other) {
        if (!Arrays.equals(one, other)) {
            throw new IllegalStateException(Arrays.toString(one) + " is not " + Arrays.toString(other));
        }
    }

    private List<String[]> cells(byte[] csv) throws IOException {
        try (MappingIterator<String[]> lines = mapper.readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(csv)) {
            return lines.readAll();
        }
    }

    private static BoundRow bind(String[] cells) throws ReflectiveOperationException {
        RecordComponent[] components = BoundRow.class.getRecordComponents();
        @Nullable
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean decimal = components[i].getType() == BigDecimal.class;
            values[i] = cells[i].isEmpty() ? null : decimal ? new BigDecimal(cells[i]) : cells[i];
        }
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return BoundRow.class.getDeclaredConstructor(types).newInstance(values);
    }

    private void write(OutputStream out, boolean header) throws IOException {
        ObjectWriter writer = mapper.writerFor(BoundRow.class)
                .with(mapper.schemaFor(BoundRow.class).withUseHeader(header));
        try (SequenceWriter sequence = writer.writeValues(out)) {
            for (BoundRow row : rows) {
                sequence.write(row);
            }
        }
    }

    /** Writes the rows in memory so many times to nowhere and returns how many rows that were. */
    long run(int times) throws IOException {
        OutputStream nowhere = new OutputStream() {
            @Override
            public void write(int single) {
                bytes++;
            }

            @Override
            public void write(byte[] array, int from, int count) {
                bytes += count;
            }
        };
        for (int i = 0; i < times; i++) {
            write(nowhere, false);
        }
        return (long) times * rows.size();
    }

    /** Bytes of all runs. */
    long bytes() {
        return bytes;
    }

    /** Keeps the header and every so manyth line. */
    private static final class Sample extends ByteOutput {

        private final long distance;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long line;

        Sample(long distance) {
            super(new byte[1 << 20]);
            this.distance = distance;
        }

        @Override
        protected void next(int bytes) {
            int start = 0;
            for (int i = 0; i < length; i++) {
                if (array[i] == '\n') {
                    if (line++ % distance == 0) {
                        kept.write(array, start, i + 1 - start);
                    }
                    start = i + 1;
                }
            }
            System.arraycopy(array, start, array, 0, length - start);
            length -= start;
            if (array.length - length < bytes) {
                throw new IllegalStateException("a row of more than " + length + " bytes:\n"
                        + new String(array, 0, length, StandardCharsets.ISO_8859_1));
            }
        }

        byte[] bytes() {
            next(0);
            return kept.toByteArray();
        }
    }
}
