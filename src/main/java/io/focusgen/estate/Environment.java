package io.focusgen.estate;

/** What an account's resources are for. */
public enum Environment {
    PRODUCTION("prod", 1.0, 22),
    STAGING("staging", 0.3, 32),
    DEVELOPMENT("dev", 0.15, 48);

    private final String label;
    private final double size;
    private final int untaggedPercent;

    Environment(String label, double size, int untaggedPercent) {
        this.label = label;
        this.size = size;
        this.untaggedPercent = untaggedPercent;
    }

    /** As in names and tags. */
    public String label() {
        return label;
    }

    /** How large its resources are, against production. */
    public double size() {
        return size;
    }

    /** Resources without tags, 0 to 100. */
    public int untaggedPercent() {
        return untaggedPercent;
    }
}
