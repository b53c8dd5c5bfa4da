package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/**
 * What makes rows belong together. Rules share a key by sharing the object, and then its memory.
 *
 * @param columns one to three columns, all of which must be set
 * @param withinProvider whether the same ids under another provider are other things
 * @param asked the columns that {@code applies} reads
 * @param applies which rows count
 */
record Key(List<FocusColumn> columns, boolean withinProvider, Set<FocusColumn> asked, Predicate<Row> applies) {

    /** A key as numbers, see {@link Row#id}; 0 for columns that the key has not. */
    record Ids(int provider, int first, int second, int third) {
    }

    Key {
        if (columns.isEmpty() || columns.size() > 3) {
            throw new IllegalArgumentException("a key has one to three columns: " + columns);
        }
        columns = List.copyOf(columns);
        asked = Set.copyOf(asked);
    }

    static Key of(FocusColumn... columns) {
        return new Key(List.of(columns), true, Set.of(), row -> true);
    }

    Set<FocusColumn> reads() {
        Set<FocusColumn> reads = EnumSet.copyOf(columns);
        reads.addAll(asked);
        return reads;
    }

    /** The row's key, or null where it has none. */
    @Nullable
    Ids idsOf(Row row) {
        if (!applies.test(row)) {
            return null;
        }
        int first = row.id(columns.get(0));
        int second = columns.size() > 1 ? row.id(columns.get(1)) : 0;
        int third = columns.size() > 2 ? row.id(columns.get(2)) : 0;
        if (first == 0 || (second == 0 && columns.size() > 1) || (third == 0 && columns.size() > 2)) {
            return null;
        }
        return new Ids(withinProvider ? row.providerId() : 0, first, second, third);
    }
}
