package io.focusgen.focus;

/** Why a row exists (FOCUS ChargeCategory). */
public enum ChargeCategory {
    USAGE("Usage"),
    PURCHASE("Purchase"),
    TAX("Tax"),
    CREDIT("Credit"),
    ADJUSTMENT("Adjustment");

    private final String label;

    ChargeCategory(String label) {
        this.label = label;
    }

    /** The value as it stands in a cell. */
    public String label() {
        return label;
    }
}
