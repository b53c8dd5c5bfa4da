package io.focusgen.conform;

import java.util.List;

/**
 * How a CSV file is written, as far as the file itself does not say.
 *
 * @param delimiter between cells: a tab or a printable ASCII character other than a quote
 * @param lineEnd what lines must end with
 * @param names of the columns of a file without a header line; empty where the first line has them
 */
public record CsvForm(char delimiter, LineEnd lineEnd, List<String> names) {

    /** RFC 4180 with a header, lines ended either way. */
    public static final CsvForm PLAIN = new CsvForm(',', LineEnd.ANY, List.of());

    public CsvForm {
        if (delimiter != '\t' && (delimiter < ' ' || delimiter > '~' || delimiter == '"')) {
            throw new IllegalArgumentException("the delimiter must be a tab or printable and no quote, not character "
                    + (int) delimiter);
        }
        names = List.copyOf(names);
    }

    public CsvForm withDelimiter(char other) {
        return new CsvForm(other, lineEnd, names);
    }

    public CsvForm withLineEnd(LineEnd other) {
        return new CsvForm(delimiter, other, names);
    }

    /** For a file whose first line is a row already. */
    public CsvForm withoutHeader(List<String> columns) {
        return new CsvForm(delimiter, lineEnd, columns);
    }
}
