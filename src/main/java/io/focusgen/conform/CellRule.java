package io.focusgen.conform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

import io.focusgen.focus.FocusColumn;

/**
 * A requirement on single cells. It is asked once per distinct text of a column where that text repeats, so the
 * predicate must depend on its arguments only.
 *
 * @param on the columns whose cells it is about; any of them may be absent
 * @param holds whether a non-null cell may have this text
 */
record CellRule(String id, String sentence, String source, Set<FocusColumn> on, Predicate<String> holds)
        implements
            Rule {

    CellRule {
        on = Collections.unmodifiableSet(EnumSet.copyOf(on));
    }

    @Override
    public Set<FocusColumn> columns() {
        return Set.of();
    }
}
