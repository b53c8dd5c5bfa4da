package io.focusgen.catalog;

import org.jspecify.annotations.Nullable;

/** A table of the catalogue that cannot be taken, and where. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String column;

    /**
     * @param file the table, e.g. {@code skus.csv}
     * @param line the first physical line of the record, from 1; 0 where the file as a whole is wrong
     * @param column the name of the column, or its number from 1 where it has no name
     * @param problem what is wrong, showing the value
     */
    public CatalogException(String file, int line, String column, String problem, @Nullable Throwable cause) {
        super(file + ", line " + line + ", column " + column + ": " + problem, cause);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String column() {
        return column;
    }
}
