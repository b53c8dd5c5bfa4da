package io.focusgen.estate;

/** What becomes of the fleets that commitments may cover, in one cohort. */
public enum Anchors {
    /** The data set is too small for commitments: they are fleets on demand. */
    ON_DEMAND,
    /** In the company's home region: reservations cover the one kind, savings plans the other. */
    HOME,
    /** Elsewhere reservations do not reach: savings plans cover both kinds. */
    AWAY
}
