package io.focusgen.spec.organisation;

import java.util.List;

/** What a company's tags say. */
public enum TagKey implements Named {
    COST_CENTRE("costCentre", List.of("cost", "center"), "costCenter"),
    ENVIRONMENT("environment", List.of("environment"), "env"),
    OWNER("owner", List.of("owner")),
    TEAM("team", List.of("team")),
    APPLICATION("application", List.of("application"), "app"),
    BUSINESS_UNIT("businessUnit", List.of("business", "unit"), "unit");

    private final String label;
    private final List<String> words;
    private final List<String> otherNames;

    TagKey(String label, List<String> words, String... otherNames) {
        this.label = label;
        this.words = words;
        this.otherNames = List.of(otherNames);
    }

    /** As in documents. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> otherNames() {
        return otherNames;
    }

    /** The words of the key, in lower case: at least one. */
    public List<String> words() {
        return words;
    }
}
