package io.focusgen.catalog;

/** What a row of a commitment's recurring fee pays for. */
public enum FeePeriod {
    /** There is no recurring fee. */
    ONE_TIME,
    /** A calendar month, as much of it as the term has. */
    MONTHLY,
    /** An hour; in coarser bills a charge period. */
    HOURLY
}
