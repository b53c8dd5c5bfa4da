package io.focusgen.encode.json;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.focusgen.encode.Notation;
import io.focusgen.focus.OutputColumn;

/** Rows as JSON objects, one a line (NDJSON). Every column stands in every row, null where it has no value. */
public final class JsonNotation implements Notation {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] header(List<OutputColumn> columns) {
        return NOTHING;
    }

    @Override
    public byte[] before(OutputColumn column, int place) {
        return ascii(name(column, place) + (isString(column) ? "\"" : ""));
    }

    @Override
    public byte[] after(OutputColumn column) {
        return ascii(isString(column) ? "\"" : "");
    }

    @Override
    public byte[] absent(OutputColumn column, int place) {
        return ascii(name(column, place) + "null");
    }

    /** Column ids are letters, digits and underscores, which need no escaping. */
    private static String name(OutputColumn column, int place) {
        return (place == 0 ? "{\"" : ",\"") + column.id() + "\":";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isString(OutputColumn column) {
        return switch (column.type()) {
            case TEXT, DATE_TIME -> true;
            case DECIMAL, JSON -> false;
        };
    }

    @Override
    public byte[] end() {
        return ascii("}\n");
    }

    @Override
    public int mostBytes(int characters) {
        return JsonText.mostBytes(characters);
    }

    @Override
    public int write(OutputColumn column, String text, byte[] out, int position) {
        return isString(column) ? JsonText.write(text, out, position) : JsonText.raw(text, out, position);
    }
}
