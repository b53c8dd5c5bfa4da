package io.focusgen.summary;

/** What rows are added up by. Every row is in exactly one group of each table, so that every table adds up to the whole. */
public enum Dimension {
    /** ServiceName; only of one provider, because names are its own. */
    SERVICE("service"),
    /** ServiceCategory. */
    SERVICE_CATEGORY("serviceCategory"),
    /** The billing period, {@code 2026-03}. */
    MONTH("month"),
    /** The team that the row's sub account belongs to. */
    TEAM("team"),
    /** What the row's sub account is for. */
    ENVIRONMENT("environment"),
    /** ChargeCategory. */
    CHARGE_CATEGORY("chargeCategory");

    private final String label;

    Dimension(String label) {
        this.label = label;
    }

    /** What a group's name is called. */
    public String label() {
        return label;
    }

    /** What the table is called, e.g. {@code byTeam}. */
    public String table() {
        return "by" + Character.toUpperCase(label.charAt(0)) + label.substring(1);
    }

    /** Whether rows of several providers can be in one group. */
    boolean acrossProviders() {
        return this != SERVICE;
    }
}
