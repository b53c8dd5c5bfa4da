package io.focusgen.conform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import io.focusgen.focus.FocusColumn;

/**
 * A requirement that all rows of a key agree on a column.
 *
 * @param key which rows belong together
 * @param value the column on which they agree
 * @param nullCounts whether null is a value too; otherwise rows that lack the value are left out
 */
record KeyRule(String id, String sentence, String source, Key key, FocusColumn value, boolean nullCounts)
        implements
            Rule {

    @Override
    public Set<FocusColumn> columns() {
        Set<FocusColumn> columns = EnumSet.copyOf(key.reads());
        columns.add(value);
        return Collections.unmodifiableSet(columns);
    }
}
