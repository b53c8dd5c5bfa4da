package io.focusgen.encode.csv;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.focus.ColumnType;

/** Records of CSV, field by field, written as {@link CsvNotation} writes rows. For small files of other things than rows. */
public final class CsvRecords {

    private final CsvText text;
    private final byte separator;
    private final byte[] lineEnd;
    private final boolean excelSafe;

    /** See {@link CsvNotation}. */
    public CsvRecords(char delimiter, String lineEnd, boolean excelSafe) {
        text = new CsvText(delimiter);
        separator = (byte) delimiter;
        this.lineEnd = lineEnd.getBytes(StandardCharsets.US_ASCII);
        this.excelSafe = excelSafe;
    }

    /**
     * Writes a field.
     *
     * @param place of the field in its record, from 0
     * @param cell ASCII; null is an empty field
     */
    public void field(int place, ColumnType type, @Nullable String cell, ByteOutput out) {
        String shown = cell != null && excelSafe && type == ColumnType.TEXT ? SpreadsheetText.of(cell) : cell;
        out.ensure(1 + (shown == null ? 0 : CsvText.mostBytes(shown.length())));
        int at = out.length();
        if (place > 0) {
            out.array()[at++] = separator;
        }
        out.length(shown == null ? at : text.write(shown, out.array(), at));
    }

    /** Ends a record. */
    public void end(ByteOutput out) {
        out.write(lineEnd, 0, lineEnd.length);
    }
}
