package io.focusgen.plan;

import java.util.List;

/**
 * Which slice uses which of a company's commitments: the slices with covered fleets take turns, so that commitments are
 * used in accounts all over the company.
 */
public final class Holdings {

    private final Portfolio portfolio;
    private final Structure structure;
    private final byte[] reservation;
    private final byte[] plan;
    private final boolean used;

    Holdings(Portfolio portfolio, Structure structure) {
        this.portfolio = portfolio;
        this.structure = structure;
        reservation = new byte[structure.coreSlices()];
        plan = new byte[structure.coreSlices()];
        int reserving = 0;
        int spending = 0;
        for (int slice = 0; slice < structure.coreSlices(); slice++) {
            if (structure.reservedBefore(slice + 1) > structure.reservedBefore(slice)) {
                reservation[slice] = (byte) (reserving++ % Math.max(1, portfolio.reservations().size()));
            }
            if (structure.spend(slice) > 0) {
                plan[slice] = (byte) (spending++ % Math.max(1, portfolio.plans().size()));
            }
        }
        used = reserving >= portfolio.reservations().size() && spending >= portfolio.plans().size();
    }

    /** Whether each of them has users. */
    boolean used() {
        return used;
    }

    Structure structure() {
        return structure;
    }

    Portfolio portfolio() {
        return portfolio;
    }

    /** The tranches of the reservation. */
    public List<Tranche> reservations() {
        return portfolio.reservations();
    }

    /** The savings plans. */
    public List<Tranche> plans() {
        return portfolio.plans();
    }

    /** The tranche that covers a slice's fleets under reservation, by its place in {@link #reservations}. */
    public int reservation(int slice) {
        return reservation[slice];
    }

    /** The savings plan that covers a slice's other fleets, by its place in {@link #plans}. */
    public int plan(int slice) {
        return plan[slice];
    }
}
