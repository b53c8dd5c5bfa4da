package io.focusgen.conform;

import java.util.List;
import java.util.Set;

import io.focusgen.focus.FocusColumn;

/** A requirement on the shape of the file, before any cell has a meaning. */
record FileRule(String id, String sentence, String source) implements Rule {

    static final FileRule SYNTAX = new FileRule("FG-CSV-SYNTAX",
            "The file is CSV in UTF-8 with quotes, line ends and a header where RFC 4180 puts them.", "RFC 4180");

    static final FileRule FINAL_NEWLINE = new FileRule("FG-CSV-FINAL-NEWLINE",
            "The last row ends with a line end, so that a file that was cut off is not taken for a whole one.",
            "RFC 4180 allows both; concatenated parts need it");

    static final FileRule ROW_WIDTH = new FileRule("FG-ROW-WIDTH",
            "Every row has as many cells as the header.", "RFC 4180");

    static final List<FileRule> ALL = List.of(SYNTAX, FINAL_NEWLINE, ROW_WIDTH);

    @Override
    public Set<FocusColumn> columns() {
        return Set.of();
    }
}
