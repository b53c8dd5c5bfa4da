package io.focusgen.spec;

/**
 * How rows are written as CSV. Other formats have no choice in it.
 *
 * @param header which files have the column names in their first line
 * @param excelSafe whether text that a spreadsheet would calculate or mistake for a number is marked as text
 */
public record TextOptions(Delimiter delimiter, LineEnd lineEnd, HeaderLines header, boolean excelSafe) {

    /** RFC 4180 with line feeds. */
    public static final TextOptions DEFAULT = new TextOptions(Delimiter.COMMA, LineEnd.LF, HeaderLines.FIRST, false);

    /** The same with the column names in the first line of other files. */
    public TextOptions with(HeaderLines other) {
        return new TextOptions(delimiter, lineEnd, other, excelSafe);
    }
}
