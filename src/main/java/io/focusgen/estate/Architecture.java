package io.focusgen.estate;

import java.util.List;

import io.focusgen.spec.Distribution;

/**
 * One way to build an application.
 *
 * @param index position in {@link EstateTables#architectures()}
 * @param variant its name, unique
 * @param kind what the application is for; several variants share one
 * @param slots blueprints in the order in which an application grows; a small one has only the first
 * @param from 0, or the USD a month from which on a company has it: then once, instead of by weight
 * @param weights how often it occurs, by {@link Distribution#ordinal()}
 */
public record Architecture(int index, String variant, String kind, List<Blueprint> slots, int from,
        List<Integer> weights) {

    public Architecture {
        slots = List.copyOf(slots);
        weights = List.copyOf(weights);
        if (weights.size() != Distribution.values().length) {
            throw new IllegalArgumentException(variant + " has " + weights.size() + " weights");
        }
    }

    /** How often it occurs under a distribution, relative to the others; 0 for never. */
    public int weight(Distribution distribution) {
        return weights.get(distribution.ordinal());
    }

    /** Whether a company has it once, from a budget on, or never. */
    public boolean isOnce() {
        return from > 0;
    }

    @Override
    public String toString() {
        return variant;
    }
}
