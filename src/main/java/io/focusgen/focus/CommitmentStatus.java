package io.focusgen.focus;

/** Whether a commitment was used (FOCUS CommitmentDiscountStatus). */
public enum CommitmentStatus {
    USED("Used"),
    UNUSED("Unused");

    private final String label;

    CommitmentStatus(String label) {
        this.label = label;
    }

    /** The value as it stands in a cell. */
    public String label() {
        return label;
    }
}
