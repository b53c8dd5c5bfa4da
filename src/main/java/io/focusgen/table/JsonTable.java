package io.focusgen.table;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.JsonWriter;
import io.focusgen.spec.CanonicalRequest;
import io.focusgen.spec.GeneratorVersion;

/**
 * An object whose last member is the array of lines, one on each line of the text.
 *
 * @param name of that member
 */
public record JsonTable(CanonicalRequest request, String name,
        List<? extends TableColumn> columns) implements TableWriter {

    @Override
    public void begin(ByteOutput out) {
        new JsonWriter().beginObject().name("request").text(request.query()).name("generator")
                .text(GeneratorVersion.CURRENT).name(name).beginArray().writeTo(out);
    }

    @Override
    public void line(@Nullable String[] cells, boolean first, ByteOutput out) {
        write(first ? "\n" : ",\n", out);
        JsonWriter json = new JsonWriter();
        object(columns, cells, json);
        json.writeTo(out);
    }

    /** Writes a line as a value of some other document. */
    public static void object(List<? extends TableColumn> columns, @Nullable String[] cells, JsonWriter json) {
        json.beginObject();
        for (int i = 0; i < cells.length; i++) {
            TableColumn column = columns.get(i);
            json.name(column.id());
            String cell = cells[i];
            switch (column.type()) {
                case TEXT, DATE_TIME -> json.text(cell);
                case DECIMAL, JSON -> json.raw(cell == null ? "null" : cell);
            }
        }
        json.endObject();
    }

    @Override
    public void end(ByteOutput out) {
        write("\n]}\n", out);
    }

    private static void write(String text, ByteOutput out) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.write(ascii, 0, ascii.length);
    }
}
