package io.focusgen.conform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a check may still remember, in bytes as far as they can be told. Where it runs out, first the months are forgotten
 * that the rows have left; what then still has no room is not judged, and the rules that would have are
 * {@link Report#partly}.
 */
final class Memory {

    /** About what an entry of a map takes with a small key, in bytes. */
    static final int ENTRY = 112;

    private final List<MonthMemory<?, ?>> months = new ArrayList<>();
    private final Set<Rule> partly = Collections.newSetFromMap(new IdentityHashMap<>());
    private final long quarter;
    private long left;

    Memory(long bytes) {
        quarter = bytes / 4;
        left = bytes;
    }

    void add(MonthMemory<?, ?> memory) {
        months.add(memory);
    }

    /** A quarter of all: what one check may take that would take all. */
    long quarter() {
        return quarter;
    }

    /** Gives back what was taken. */
    void give(long bytes) {
        left += bytes;
    }

    /** Whether there is room for so much, which then is taken. */
    boolean take(long bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    /** The same, but other months than the row's may be forgotten for it. */
    boolean take(long bytes, Row row, Findings findings) {
        if (take(bytes)) {
            return true;
        }
        for (MonthMemory<?, ?> memory : months) {
            left += memory.forgetAllBut(row, findings);
        }
        return take(bytes);
    }

    /** Something that these rules would have judged was not remembered. */
    void missed(List<? extends Rule> rules) {
        partly.addAll(rules);
    }

    boolean isPartly(Rule rule) {
        return partly.contains(rule);
    }
}
