package io.focusgen.focus;

/** How often a charge recurs (FOCUS ChargeFrequency). */
public enum ChargeFrequency {
    ONE_TIME("One-Time"),
    RECURRING("Recurring"),
    USAGE_BASED("Usage-Based");

    private final String label;

    ChargeFrequency(String label) {
        this.label = label;
    }

    /** The value as it stands in a cell. */
    public String label() {
        return label;
    }
}
