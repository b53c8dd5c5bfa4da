package io.focusgen.plan;

import io.focusgen.estate.LineClass;
import io.focusgen.estate.Salt;

/** How much is given back of what some meters cost, in USD a month. */
final class Credits {

    /** Credits are at most this part of what the meters that have some cost. */
    private static final double MOST_CREDITED = 0.25;

    /** Credits against the budget: from this part, by what the company has negotiated with the provider. */
    private static final double CREDIT_PART = 0.003;

    /** To so much more. */
    private static final double CREDIT_RANGE = 0.006;

    private Credits() {
    }

    /**
     * Those of an average month.
     *
     * @param spent what the meters of their class cost that are not tiered
     */
    static double usual(Structure structure, double budget, double spent) {
        if (structure.creditsBefore(structure.coreSlices()) == 0) {
            return 0;
        }
        double wish = budget * (CREDIT_PART + CREDIT_RANGE * structure.company().draw().of(Salt.CREDIT).unit(-1));
        return Math.max(0, Math.min(wish, most(structure, spent)));
    }

    /** The most where the meters of their class that are not tiered cost so much. */
    static double most(Structure structure, double spent) {
        if (structure.creditsBefore(structure.coreSlices()) == 0) {
            return 0;
        }
        int storage = LineClass.CREDITED;
        double part = structure.shortWeight(storage) == 0 ? 1 : 1 - structure.ladder().shortPart();
        double credited = structure.creditWeightBefore(structure.coreSlices()) / structure.weight(storage);
        long every = Math.max(1, structure.credited() / structure.creditsBefore(structure.coreSlices()));
        return MOST_CREDITED * ((spent - structure.least(storage)) * part * credited / every);
    }
}
