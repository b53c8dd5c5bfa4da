package io.focusgen.estate;

/** How the quantity of a line spreads over the hours of a week. */
public enum LoadPattern {
    FLAT,
    /** Follows visitors: evenings and weekends too. */
    WEB,
    /** Follows working hours. */
    OFFICE,
    /** Batch work after midnight. */
    NIGHT
}
