package io.focusgen.conform;

import java.util.List;

/**
 * Judges rules over many rows. It may meet rows in which columns are absent (their cells are null): what it then
 * reports under a skipped rule is dropped by {@link Findings}.
 */
interface SetCheck {

    List<SetRule> rules();

    /** Takes one row into account; may report at once. */
    void row(Row row, Findings findings);

    /** Reports what only the whole data set shows; nothing where every row was judged when it came. */
    default void finish(Findings findings) {
    }
}
