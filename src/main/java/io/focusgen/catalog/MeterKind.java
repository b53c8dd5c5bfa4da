package io.focusgen.catalog;

/** What a meter counts, and so how a month's quantity spreads over its hours. */
public enum MeterKind {
    /** Hours of one machine or endpoint: at most one per clock hour and member. */
    HOURS,
    /** Capacity times hours (vCPU-, GB-, ACU-, DPU-hours) or hours of several things at once. */
    CAPACITY_HOURS,
    /** Capacity times seconds. */
    CAPACITY_SECONDS,
    /** Data held: the hours of a month add up to the average held. */
    GB_MONTHS,
    /** Other things held for a month and prorated: IOPS, keys, rules. */
    UNIT_MONTHS,
    /** Minutes of media, builds, connections. */
    MINUTES,
    /** Data moved, scanned or ingested, in GB or TB. */
    GB,
    /** Requests, events, messages. */
    REQUESTS,
    /** Model tokens. */
    TOKENS,
    /** Other things counted. */
    UNITS,
    /** Money: commitments, and support as a share of it. */
    SPEND
}
