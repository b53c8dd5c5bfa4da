package io.focusgen.conform;

import io.focusgen.focus.FocusColumn;
import java.util.Set;

/** A requirement on the names of the columns. */
record HeaderRule(String id, String sentence, String source) implements Rule {

    @Override
    public Set<FocusColumn> columns() {
        return Set.of();
    }
}
