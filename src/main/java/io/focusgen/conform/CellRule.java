package io.focusgen.conform;

import java.util.Set;
import java.util.function.BiPredicate;

import io.focusgen.focus.FocusColumn;

/**
 * A requirement on single cells. It is asked once per distinct text of a column where that text repeats, so the
 * predicate must depend on its arguments only.
 *
 * @param holds whether a non-null cell of this column may have this text
 */
record CellRule(String id, String sentence, String source, BiPredicate<FocusColumn, String> holds) implements Rule {

    @Override
    public Set<FocusColumn> columns() {
        return Set.of();
    }
}
