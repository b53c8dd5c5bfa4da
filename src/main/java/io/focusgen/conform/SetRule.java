package io.focusgen.conform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import io.focusgen.focus.FocusColumn;

/** A requirement on sums or sets of rows; a {@link SetCheck} judges it. */
record SetRule(String id, String sentence, String source, Set<FocusColumn> columns) implements Rule {

    SetRule {
        columns = Collections.unmodifiableSet(EnumSet.copyOf(columns));
    }
}
