package io.focusgen.conform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/**
 * A requirement on single cells. It is asked once per distinct text of a column where that text repeats, so the
 * predicate must depend on its arguments only.
 *
 * @param cloud of whose rows the cells must be; null for all rows
 * @param on the columns whose cells it is about; any of them may be absent
 * @param holds whether a non-null cell may have this text
 */
record CellRule(String id, String sentence, String source, @Nullable Cloud cloud, Set<FocusColumn> on,
        Predicate<String> holds)
        implements
            Rule {

    CellRule {
        on = Collections.unmodifiableSet(EnumSet.copyOf(on));
    }

    /** On the cells of all rows. */
    CellRule(String id, String sentence, String source, Set<FocusColumn> on, Predicate<String> holds) {
        this(id, sentence, source, null, on, holds);
    }

    /** A habit of a provider on the cells of one column. */
    static CellRule habit(Cloud cloud, String id, String sentence, String source, FocusColumn column,
            Predicate<String> holds) {
        return new CellRule(id, sentence, source, cloud, EnumSet.of(column), holds);
    }

    @Override
    public Set<FocusColumn> columns() {
        if (cloud == null) {
            return Set.of();
        }
        Set<FocusColumn> columns = EnumSet.copyOf(on);
        columns.add(FocusColumn.PROVIDER_NAME);
        return columns;
    }
}
