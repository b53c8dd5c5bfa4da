package io.focusgen.catalog;

/**
 * Built-in tables with one edit in one file.
 *
 * @param find must occur in the file; its first occurrence is replaced
 */
public record EditedTables(TableSource tables, String file, String find, String replacement) implements TableSource {

    @Override
    public String text(String name) {
        String text = tables.text(name);
        if (!name.equals(file)) {
            return text;
        }
        int at = text.indexOf(find);
        if (at < 0) {
            throw new IllegalStateException(file + " does not contain " + find);
        }
        return text.substring(0, at) + replacement + text.substring(at + find.length());
    }

    /** The line, from 1, on which the edit begins. */
    public int line() {
        String text = tables.text(file);
        return 1 + (int) text.substring(0, text.indexOf(find)).chars().filter(c -> c == '\n').count();
    }
}
