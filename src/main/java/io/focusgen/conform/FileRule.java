package io.focusgen.conform;

import java.util.List;
import java.util.Set;

import io.focusgen.focus.FocusColumn;

/** A requirement on the shape of the file, before any cell has a meaning. */
record FileRule(String id, String sentence, String source) implements Rule {

    static final FileRule CSV_SYNTAX = new FileRule("FG-CSV-SYNTAX",
            "The file is CSV in UTF-8 with quotes, line ends and a header where RFC 4180 and its form put them.",
            "RFC 4180");

    static final FileRule NDJSON_SYNTAX = new FileRule("FG-NDJSON-SYNTAX",
            "The file is UTF-8 with a flat JSON object on every line, all with the same keys, none twice.",
            "ECMA 404, one object a line");

    static final FileRule FINAL_NEWLINE = new FileRule("FG-FINAL-NEWLINE",
            "The last row ends with a line end, so that a file that was cut off is not taken for a whole one.",
            "RFC 4180 allows both; concatenated parts need it");

    static final FileRule ROW_WIDTH = new FileRule("FG-ROW-WIDTH",
            "Every row has as many cells as the header.", "RFC 4180");

    static final FileRule JSON_TYPE = new FileRule("FG-JSON-TYPE",
            "In JSON a number is a number, a key-value column an object, every other column a string.",
            "types of the columns in FOCUS");

    static final List<FileRule> ALL = List.of(CSV_SYNTAX, NDJSON_SYNTAX, FINAL_NEWLINE, ROW_WIDTH, JSON_TYPE);

    @Override
    public Set<FocusColumn> columns() {
        return Set.of();
    }
}
