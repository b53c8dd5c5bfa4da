package io.focusgen.spec.organisation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A company's way with tags as a document has it. What is null or empty is left to the seed or to what companies usually have.
 *
 * @param style how keys are written
 * @param keys which there are, each with its own spelling or, in {@link #STYLED}, with that of the style; empty for all
 * @param coverage thousandths of the resources that are tagged, 0 to 1000
 * @param dirty thousandths of the tagged resources on which something is wrong, 0 to 1000
 */
public record TagSpec(@Nullable KeyStyle style, Map<TagKey, String> keys, Map<Environment, Integer> coverage,
        @Nullable Integer dirty) {

    /** Says nothing. */
    public static final TagSpec NONE = new TagSpec(null, Map.of(), Map.of(), null);

    /** Stands for the spelling of the style; no key is empty. */
    public static final String STYLED = "";

    public TagSpec {
        keys = keys.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(keys));
        coverage = coverage.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(coverage));
    }
}
