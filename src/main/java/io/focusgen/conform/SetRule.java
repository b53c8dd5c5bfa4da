package io.focusgen.conform;

import io.focusgen.focus.FocusColumn;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A requirement on sums or sets of rows; a {@link SetCheck} judges it. */
record SetRule(String id, String sentence, String source, Set<FocusColumn> columns) implements Rule {

    SetRule {
        columns = Collections.unmodifiableSet(EnumSet.copyOf(columns));
    }
}
