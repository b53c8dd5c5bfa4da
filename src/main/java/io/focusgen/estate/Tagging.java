package io.focusgen.estate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import io.focusgen.spec.organisation.Environment;
import io.focusgen.spec.organisation.KeyStyle;
import io.focusgen.spec.organisation.TagKey;
import io.focusgen.spec.organisation.TagSpec;

/**
 * How a company tags, wherever it runs.
 *
 * @param style how keys are written that nobody spelt otherwise
 * @param keys the keys that it knows, as it writes them
 * @param coverage thousandths of the resources of an environment that somebody tagged
 * @param dirty thousandths of the tagged resources on which a key or value is wrong
 */
public record Tagging(KeyStyle style, Map<TagKey, String> keys, Map<Environment, Integer> coverage, int dirty) {

    private static final long STYLE = 0x21;

    /** Where a document does not say. */
    private static final int USUALLY_DIRTY = 80;

    public Tagging {
        keys = Collections.unmodifiableMap(new EnumMap<>(keys));
        coverage = Collections.unmodifiableMap(new EnumMap<>(coverage));
    }

    static Tagging of(Draw draw, TagSpec given) {
        KeyStyle style = given.style() != null
                ? given.style()
                : KeyStyle.values()[draw.of(STYLE).below(KeyStyle.values().length, 0)];
        Map<TagKey, String> keys = new EnumMap<>(TagKey.class);
        Map<Environment, Integer> coverage = new EnumMap<>(Environment.class);
        for (TagKey key : TagKey.values()) {
            String own = given.keys().getOrDefault(key, TagSpec.STYLED);
            if (given.keys().isEmpty() || given.keys().containsKey(key)) {
                keys.put(key, own.equals(TagSpec.STYLED) ? style.key(key.words()) : own);
            }
        }
        for (Environment environment : Environment.values()) {
            coverage.put(environment, given.coverage().getOrDefault(environment, environment.tagged()));
        }
        return new Tagging(style, keys, coverage, given.dirty() != null ? given.dirty() : USUALLY_DIRTY);
    }
}
