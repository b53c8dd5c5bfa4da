package io.focusgen.summary;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A bill, or several, and its parts.
 *
 * @param provider whose bill it is; null for all of them together
 * @param currency of its costs; null where it has several, and so no costs but dollars
 * @param costs the whole
 * @param tables its parts: each table adds up to the whole. The dearest first, months by time
 * @param kpis what its figures are made of; null where it has several currencies
 */
public record Breakdown(@Nullable String provider, @Nullable String currency, Costs costs,
        Map<Dimension, List<Group>> tables, @Nullable KpiSums kpis) {
}
