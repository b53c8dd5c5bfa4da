package io.focusgen.spec;

/** How a company's spend moves over the months. */
public enum TrendKind {
    /** Every month spends the same. */
    NONE("none"),
    /** So many per cent of the start more, or less, every month. */
    LINEAR("linear"),
    /** Some calendar months spend several times as much. */
    SEASONAL("seasonal"),
    /** From one month on several times as much. */
    STEP_CHANGE("step-change"),
    /** In one month, or a few, several times as much. */
    ANOMALY("anomaly"),
    /** As the request says, month by month. */
    CUSTOM("custom");

    private final String label;

    TrendKind(String label) {
        this.label = label;
    }

    /** As in requests. */
    public String label() {
        return label;
    }
}
