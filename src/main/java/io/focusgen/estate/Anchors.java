package io.focusgen.estate;

/** What becomes of the fleets that commitments may cover, in one cohort. */
public enum Anchors {
    /** They are fleets on demand: commitments do not reach them, or the data set is too small for any. */
    ON_DEMAND,
    /** In the company's home region, where a reservation covers the one kind and a savings plan the other. */
    COVERED,
    /**
     * Likewise, where reservations are bought anew only some days after they expire: what they cover runs nothing beyond,
     * because until then all of it is charged on demand.
     */
    LAPSING
}
