package io.focusgen.catalog;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Cuts the text of a table into records and cells; knows where it is. */
final class TableScanner {

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int recordLine;
    private int column;

    TableScanner(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The physical line on which the record last returned began, from 1. */
    int recordLine() {
        return recordLine;
    }

    /** The cells of the next record, or null after the last one. */
    @Nullable
    List<String> next() {
        if (at == text.length()) {
            return null;
        }
        recordLine = line;
        column = 0;
        List<String> cells = new ArrayList<>();
        do {
            column++;
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (comma());
        endOfRecord();
        return cells;
    }

    private boolean comma() {
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        return false;
    }

    private String plain() {
        int start = at;
        int end = start;
        while (end < text.length() && isPlain(text.charAt(end))) {
            end++;
        }
        at = end;
        if (end < text.length()) {
            char stop = text.charAt(end);
            if (stop == '"') {
                throw refuse("a quote within a cell that does not begin with one");
            }
            if (stop != ',' && stop != '\n' && stop != '\r') {
                throw unprintable(stop);
            }
        }
        return text.substring(start, end);
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~' && c != ',' && c != '"';
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c < ' ' || c > '~') {
                throw unprintable(c);
            }
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return cell.toString();
            }
        }
        throw refuse("a quoted cell that does not end");
    }

    private void endOfRecord() {
        if (at == text.length()) {
            return;
        }
        if (text.charAt(at) == '\r') {
            at++;
        }
        if (at == text.length() || text.charAt(at) != '\n') {
            throw refuse("a quoted cell that goes on after its closing quote, or a stray carriage return");
        }
        at++;
        line++;
    }

    /** Cells end up in data sets, which are ASCII; no cell needs a line break. */
    private CatalogException unprintable(char c) {
        return refuse("character " + (int) c + " is not printable ASCII");
    }

    private CatalogException refuse(String problem) {
        return new CatalogException(file, line, String.valueOf(column), problem, null);
    }
}
