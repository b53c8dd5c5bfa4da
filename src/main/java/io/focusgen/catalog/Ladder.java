package io.focusgen.catalog;

import java.util.List;

/**
 * Machines of one service by price, so that a size can be chosen by money.
 *
 * @param rungs untiered SKUs charged by the hour in strictly ascending price, at least 5
 */
public record Ladder(String name, List<Sku> rungs) {

    /** Fewer sizes than this make a choice by money too coarse. */
    public static final int FEWEST_RUNGS = 5;

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    public Service service() {
        return rungs.get(0).service();
    }

    @Override
    public String toString() {
        return name;
    }
}
