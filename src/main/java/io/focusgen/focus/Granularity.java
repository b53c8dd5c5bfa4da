package io.focusgen.focus;

/** The length of a usage row's charge period. */
public enum Granularity {
    HOURLY("hourly"),
    DAILY("daily"),
    MONTHLY("monthly");

    private final String label;

    Granularity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Charge periods in {@code month}: 672–744, 28–31 or 1. */
    public int periods(BillingMonth month) {
        return month.hours() / hoursPerPeriod(month);
    }

    /** Hours in one charge period of {@code month}: 1, 24 or 672–744. */
    public int hoursPerPeriod(BillingMonth month) {
        return switch (this) {
            case HOURLY -> 1;
            case DAILY -> 24;
            case MONTHLY -> month.hours();
        };
    }

    /** Charge periods in the longest month: 744, 31 or 1. */
    public int mostPeriods() {
        return switch (this) {
            case HOURLY -> 744;
            case DAILY -> 31;
            case MONTHLY -> 1;
        };
    }
}
