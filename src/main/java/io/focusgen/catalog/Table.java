package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A small CSV table (RFC 4180, printable ASCII) with a known header. Reading checks the form; the accessors of
 * {@link Row} check the content, and every failure is a {@link CatalogException} with file, line and column.
 */
public final class Table {

    private final String file;
    private final List<String> header;
    private final List<Row> rows;

    private Table(String file, List<String> header, List<Row> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /**
     * Reads a table.
     *
     * @param header the column names the file must have, in file order
     * @throws CatalogException at the first character, cell or column that is wrong, or if there is no data line
     */
    public static Table read(TableSource source, String file, String... header) {
        List<Row> rows = new ArrayList<>();
        Table table = new Table(file, List.of(header), rows);
        TableScanner scanner = new TableScanner(file, source.text(file));
        List<String> first = scanner.next();
        if (first == null) {
            throw new CatalogException(file, 1, "1", "the table is empty", null);
        }
        table.expectHeader(first);
        for (List<String> cells = scanner.next(); cells != null; cells = scanner.next()) {
            if (cells.size() != header.length) {
                throw new CatalogException(file, scanner.recordLine(),
                        String.valueOf(Math.min(cells.size(), header.length)),
                        cells.size() + " cells where the header has " + header.length, null);
            }
            rows.add(table.new Row(scanner.recordLine(), cells));
        }
        if (rows.isEmpty()) {
            throw new CatalogException(file, 1, header[0], "the table has no lines", null);
        }
        return table;
    }

    private void expectHeader(List<String> found) {
        int columns = Math.max(found.size(), header.size());
        for (int column = 0; column < columns; column++) {
            String expected = column < header.size() ? header.get(column) : "no more columns";
            String actual = column < found.size() ? found.get(column) : "the end of the line";
            if (!expected.equals(actual)) {
                throw new CatalogException(file, 1, String.valueOf(column + 1),
                        "found " + actual + ", expected " + expected, null);
            }
        }
    }

    /** In file order, at least one. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** One record of the table. */
    public final class Row {

        private final int line;
        private final List<String> cells;

        private Row(int line, List<String> cells) {
            this.line = line;
            this.cells = cells;
        }

        /** The cell, or null where it is empty. */
        public @Nullable String optional(String column) {
            String cell = cells.get(header.indexOf(column));
            return cell.isEmpty() ? null : cell;
        }

        public String text(String column) {
            String cell = optional(column);
            if (cell == null) {
                throw refuse(column, "must not be empty");
            }
            return cell;
        }

        /** A whole number within the bounds, both inclusive. */
        public int whole(String column, int from, int to) {
            return whole(column, text(column), from, to);
        }

        private int whole(String column, String cell, int from, int to) {
            try {
                int value = Integer.parseInt(cell);
                if (value >= from && value <= to) {
                    return value;
                }
            } catch (NumberFormatException notWhole) {
                throw refuse(column, cell + " is not a whole number", notWhole);
            }
            throw refuse(column, cell + " is not within " + from + " to " + to);
        }

        /** {@code yes} or {@code no}. */
        public boolean flag(String column) {
            String cell = text(column);
            if (!cell.equals("yes") && !cell.equals("no")) {
                throw refuse(column, cell + " is neither yes nor no");
            }
            return cell.equals("yes");
        }

        /** The items between bars, at least one, none empty, none twice. */
        public List<String> list(String column) {
            String cell = text(column);
            List<String> items = new ArrayList<>();
            int start = 0;
            while (start <= cell.length()) {
                int bar = cell.indexOf('|', start);
                int end = bar < 0 ? cell.length() : bar;
                String item = cell.substring(start, end);
                if (item.isEmpty()) {
                    throw refuse(column, "an item of the list is empty");
                }
                if (items.contains(item)) {
                    throw refuse(column, item + " stands twice");
                }
                items.add(item);
                start = end + 1;
            }
            return List.copyOf(items);
        }

        /** So many whole numbers between bars, each within the bounds, both inclusive. */
        public List<Integer> wholes(String column, int count, int from, int to) {
            List<Integer> numbers = new ArrayList<>();
            for (String item : text(column).split("\\|", -1)) {
                numbers.add(whole(column, item, from, to));
            }
            if (numbers.size() != count) {
                throw refuse(column, numbers.size() + " numbers instead of " + count);
            }
            return List.copyOf(numbers);
        }

        /** A constant, written in lower case with hyphens: {@code gb-months} for {@code GB_MONTHS}. */
        public <E extends Enum<E>> E choice(String column, Class<E> values) {
            String cell = text(column);
            for (E value : values.getEnumConstants()) {
                if (names(value.name(), cell)) {
                    return value;
                }
            }
            throw refuse(column, cell + " is not one of " + List.of(values.getEnumConstants()));
        }

        private static boolean names(String constant, String cell) {
            if (constant.length() != cell.length()) {
                return false;
            }
            for (int i = 0; i < cell.length(); i++) {
                char c = constant.charAt(i);
                if (cell.charAt(i) != (c == '_' ? '-' : Character.toLowerCase(c))) {
                    return false;
                }
            }
            return true;
        }

        public Multiplier multiplier(String column) {
            try {
                return Multiplier.of(text(column));
            } catch (IllegalArgumentException wrong) {
                throw refuse(column, String.valueOf(wrong.getMessage()), wrong);
            }
        }

        public Price price(String column) {
            try {
                return Price.of(text(column));
            } catch (IllegalArgumentException wrong) {
                throw refuse(column, String.valueOf(wrong.getMessage()), wrong);
            }
        }

        /** The exception that says what is wrong with a cell of this line, to be thrown. */
        public CatalogException refuse(String column, String problem) {
            return new CatalogException(file, line, column, problem, null);
        }

        /** The same, keeping what was thrown by whoever read the cell. */
        public CatalogException refuse(String column, String problem, Throwable cause) {
            return new CatalogException(file, line, column, problem, cause);
        }
    }
}
