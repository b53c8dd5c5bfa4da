package io.focusgen.spec.organisation;

import java.util.List;

/** What an account's resources are for. */
public enum Environment implements Named {
    PRODUCTION("prod", 1.0, 1.0, 725, "production"),
    STAGING("staging", 0.3, 0.45, 690, "stage", "test"),
    DEVELOPMENT("dev", 0.15, 0.45, 655, "development"),
    SANDBOX("sandbox", 0.1, 0.25, 600, "shared");

    /** What a team has where its document does not say. */
    public static final List<Environment> USUAL = List.of(PRODUCTION, STAGING, DEVELOPMENT);

    private final String label;
    private final double size;
    private final double crowd;
    private final int tagged;
    private final List<String> otherNames;

    Environment(String label, double size, double crowd, int tagged, String... otherNames) {
        this.label = label;
        this.size = size;
        this.crowd = crowd;
        this.tagged = tagged;
        this.otherNames = List.of(otherNames);
    }

    /** As in names, tags and documents. */
    @Override
    public String label() {
        return label;
    }

    @Override
    public List<String> otherNames() {
        return otherNames;
    }

    /** How large its resources are, against production. */
    public double size() {
        return size;
    }

    /** How many resources it has, against production. */
    public double crowd() {
        return crowd;
    }

    /** Thousandths of its resources that somebody tagged, where a document does not say. */
    public int tagged() {
        return tagged;
    }
}
