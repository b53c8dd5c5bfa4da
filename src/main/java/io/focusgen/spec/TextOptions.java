package io.focusgen.spec;

/**
 * How rows are written as CSV. Other formats have no choice in it.
 *
 * @param header whether the column names stand in the first line
 * @param excelSafe whether text that a spreadsheet would calculate or mistake for a number is marked as text
 */
public record TextOptions(Delimiter delimiter, LineEnd lineEnd, boolean header, boolean excelSafe) {

    /** RFC 4180 with line feeds. */
    public static final TextOptions DEFAULT = new TextOptions(Delimiter.COMMA, LineEnd.LF, true, false);
}
