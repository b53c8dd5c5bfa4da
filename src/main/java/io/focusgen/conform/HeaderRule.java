package io.focusgen.conform;

import java.util.Set;

import io.focusgen.focus.FocusColumn;

/** A requirement on the names of the columns. */
record HeaderRule(String id, String sentence, String source) implements Rule {

    @Override
    public Set<FocusColumn> columns() {
        return Set.of();
    }
}
