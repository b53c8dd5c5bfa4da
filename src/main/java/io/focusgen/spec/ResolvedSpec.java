package io.focusgen.spec;

/**
 * A valid request, and for how long the same parameters mean the same data set.
 *
 * @param spec the request with every default resolved
 * @param monthFromClock whether the month was not given: next month the same parameters mean another data set
 * @param seedFromChance whether the seed was {@code random}: the same parameters never mean this data set again
 */
public record ResolvedSpec(DatasetSpec spec, boolean monthFromClock, boolean seedFromChance) {
}
