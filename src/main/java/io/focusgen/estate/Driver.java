package io.focusgen.estate;

/** What a business counts, and what its usage grows with. */
public enum Driver {
    ORDERS("orders", "Orders", 0.35),
    ACTIVE_USERS("active-users", "Users", 0.05),
    REQUESTS("requests", "Requests", 0.00004),
    TOKENS("tokens", "Tokens", 0.000003);

    private final String label;
    private final String unit;
    private final double usualCost;

    Driver(String label, String unit, double usualCost) {
        this.label = label;
        this.unit = unit;
        this.usualCost = usualCost;
    }

    /** As in files, e.g. {@code active-users}. */
    public String label() {
        return label;
    }

    /** What is counted, as FOCUS writes units. */
    public String unit() {
        return unit;
    }

    /** USD that one of them costs a company, about; how many there are is drawn around this. */
    public double usualCost() {
        return usualCost;
    }
}
