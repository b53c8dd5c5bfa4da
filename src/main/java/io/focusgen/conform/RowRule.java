package io.focusgen.conform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

import io.focusgen.focus.FocusColumn;

/**
 * A requirement on one row at a time.
 *
 * @param columns what the predicate reads, also what a finding shows; in file order
 * @param holds whether the row obeys; true also where a value is missing or unreadable and another rule says so
 */
record RowRule(String id, String sentence, String source, Set<FocusColumn> columns, Predicate<Row> holds)
        implements
            Rule {

    RowRule {
        columns = Collections.unmodifiableSet(EnumSet.copyOf(columns));
    }

    RowRule(String id, String sentence, Set<FocusColumn> columns, Predicate<Row> holds) {
        this(id, sentence, FOCUS, columns, holds);
    }
}
