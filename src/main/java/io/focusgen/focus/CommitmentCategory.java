package io.focusgen.focus;

/** What a commitment commits to (FOCUS CommitmentDiscountCategory). */
public enum CommitmentCategory {
    SPEND("Spend"),
    USAGE("Usage");

    private final String label;

    CommitmentCategory(String label) {
        this.label = label;
    }

    /** The value as it stands in a cell. */
    public String label() {
        return label;
    }
}
