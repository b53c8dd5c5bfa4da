package io.focusgen.focus;

/** The pricing model of a row (FOCUS PricingCategory). */
public enum PricingCategory {
    STANDARD("Standard"),
    DYNAMIC("Dynamic"),
    COMMITTED("Committed"),
    OTHER("Other");

    private final String label;

    PricingCategory(String label) {
        this.label = label;
    }

    /** The value as it stands in a cell. */
    public String label() {
        return label;
    }
}
