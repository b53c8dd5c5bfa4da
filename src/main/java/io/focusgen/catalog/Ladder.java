package io.focusgen.catalog;

import java.util.List;

/**
 * Machines of one service by price, so that a size can be chosen by money.
 *
 * @param rungs machines in strictly ascending price, at least 5, all with the same number of parts
 */
public record Ladder(String name, List<Machine> rungs) {

    /** Fewer sizes than this make a choice by money too coarse. */
    public static final int FEWEST_RUNGS = 5;

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    public Service service() {
        return rungs.get(0).sku().service();
    }

    @Override
    public String toString() {
        return name;
    }
}
