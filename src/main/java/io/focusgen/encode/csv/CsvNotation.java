package io.focusgen.encode.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.focusgen.encode.Notation;
import io.focusgen.focus.ColumnType;
import io.focusgen.focus.OutputColumn;

/** Rows as CSV (RFC 4180). A null is an empty field without quotes. */
public final class CsvNotation implements Notation {

    private static final byte[] NOTHING = {};

    private final CsvText text;
    private final char delimiter;
    private final byte[] separator;
    private final String lineEnd;
    private final boolean header;
    private final boolean excelSafe;

    /**
     * How the fields are written.
     *
     * @param delimiter ASCII, neither a letter, a digit, a quote nor anything that stands in a number or moment
     * @param lineEnd behind every line
     * @param header whether there is a line of column names
     * @param excelSafe whether text that a spreadsheet would calculate or mistake for a number is marked as text
     */
    public CsvNotation(char delimiter, String lineEnd, boolean header, boolean excelSafe) {
        text = new CsvText(delimiter);
        this.delimiter = delimiter;
        separator = new byte[]{(byte) delimiter};
        this.lineEnd = lineEnd;
        this.header = header;
        this.excelSafe = excelSafe;
    }

    @Override
    public byte[] header(List<OutputColumn> columns) {
        if (!header) {
            return NOTHING;
        }
        return ascii(columns.stream().map(OutputColumn::id)
                .collect(Collectors.joining(String.valueOf(delimiter), "", lineEnd)));
    }

    private static byte[] ascii(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] before(OutputColumn column, int place) {
        return place == 0 ? NOTHING : separator;
    }

    @Override
    public byte[] after(OutputColumn column) {
        return NOTHING;
    }

    @Override
    public byte[] absent(OutputColumn column, int place) {
        return before(column, place);
    }

    @Override
    public byte[] end() {
        return ascii(lineEnd);
    }

    @Override
    public int mostBytes(int characters) {
        return CsvText.mostBytes(characters + SpreadsheetText.MOST_ADDED);
    }

    @Override
    public int write(OutputColumn column, String cell, byte[] out, int position) {
        boolean marked = excelSafe && column.type() == ColumnType.TEXT;
        return text.write(marked ? SpreadsheetText.of(cell) : cell, out, position);
    }
}
