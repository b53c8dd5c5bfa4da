package io.focusgen.limit;

import java.util.Locale;

/** What is counted of a caller, each by itself. */
public enum Counted {
    /** Requests for answers that carry rows, and for jobs. */
    STREAMS,
    /** Requests for documents: previews, the catalogue, jobs and their files. */
    QUERIES,
    /** Data rows. */
    ROWS;

    /** As in metrics: {@code streams}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
