package io.focusgen.catalog;

/** Which of a region's multipliers applies to a price. */
public enum RateClass {
    COMPUTE,
    STORAGE,
    /** Internet egress only. */
    TRANSFER,
    /** The same price everywhere: global services, CDN edges, meters that cost the same in every region. */
    UNIFORM
}
