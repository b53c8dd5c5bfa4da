package io.focusgen.plan;

import java.util.List;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.QuantityScale;
import io.focusgen.focus.CommitmentCategory;

/**
 * What the company has committed to: constant from month to month. A reservation of one instance type in the home region
 * and a savings plan in dollars an hour, both used at a constant rate by fleets that always run, so that used and unused
 * are constant in every charge period and no state spans the slices.
 */
public final class Commitments {

    /** Part of the covered value that reservations cover. */
    static final double RESERVED_PART = 0.4;

    /** Instances of a reservation: enough that its utilisation can be met within a point. */
    private static final int RESERVED_INSTANCES = 100;

    /** Instances of a covered fleet, where the money allows. */
    private static final int FLEET_MEMBERS = 3;

    /** The utilisation of the reservation may be off by this. */
    private static final double UTILISATION_OFF = 0.01;

    /** Hours of an average month, by which monthly money is turned into hourly commitments. */
    static final int NOMINAL_HOURS = 730;

    /** Decimals of all savings-plan dollars. */
    public static final int SPEND_SCALE = 8;

    /** Savings plans are bought in ten-thousandths of a dollar an hour. */
    private static final long SPEND_STEP = 10_000;

    private final Structure structure;
    private final Company company;
    private final List<Machine> reservedMachines;
    private final List<Machine> planMachines;
    private final String planFamily;
    private final CommitmentOffer reservation;
    private final CommitmentOffer savingsPlan;
    private final double utilisation;
    private final double reservedValue;
    private final double spendValue;

    private final int reservedRung;
    private final int reservedMembers;
    private final long reservedCommitted;
    private final long spendUsed;
    private final long spendCommitted;
    private final double coveredPerHour;

    /** @param covered contracted USD a month of usage that shall be covered */
    Commitments(Structure structure, double covered, double utilisation) {
        this.structure = structure;
        this.company = structure.company();
        this.utilisation = utilisation;
        reservedMachines = company.mix().reservedMachines();
        planMachines = company.mix().planMachines();
        planFamily = company.mix().planFamily();
        reservation = company.offer(CommitmentCategory.USAGE);
        savingsPlan = company.offer(CommitmentCategory.SPEND);
        int reserved = structure.reservedBefore(structure.coreSlices());
        reservedValue = reserved == 0 ? 0 : covered * RESERVED_PART / NOMINAL_HOURS;
        spendValue = covered / NOMINAL_HOURS - reservedValue;
        reservedRung = rung(reservedMachines, reservedValue / Math.max(RESERVED_INSTANCES, reserved));
        reservedMembers = members(reserved);
        reservedCommitted = reserved == 0 ? 0 : committed(reservedMembers);
        long used = 0;
        double value = reservedMembers * contracted(reservedMachine());
        for (int slice = 0; slice < structure.coreSlices(); slice++) {
            long members = spendMembers(slice);
            Machine machine = spendMachine(slice);
            used = Math.addExact(used, Math.multiplyExact(members, spendUnits(machine)));
            value += members * contracted(machine);
        }
        spendUsed = used;
        spendCommitted = spendCommitment(used);
        coveredPerHour = value;
    }

    /** Fee of one contracted dollar of covered usage, unused part included. */
    static double feePerCovered(Structure structure, double utilisation) {
        Company company = structure.company();
        double list = 1 / company.contracted(Price.of("1")).toDouble();
        double reserved = structure.reservedBefore(structure.coreSlices()) == 0 ? 0 : RESERVED_PART;
        double discounted = reserved * (1 - company.offer(CommitmentCategory.USAGE).discount().toDouble())
                + (1 - reserved) * (1 - company.offer(CommitmentCategory.SPEND).discount().toDouble());
        return list * discounted / utilisation;
    }

    private int members(int reserved) {
        if (reserved == 0) {
            return 0;
        }
        int wanted = Math.toIntExact(Math.max(reserved, Math.round(reservedValue / contracted(reservedMachine()))));
        int best = wanted;
        double error = 1;
        for (int members = Math.max(reserved, wanted - 3); members <= wanted + 3; members++) {
            double off = Math.abs((double) members / committed(members) - utilisation);
            if (off < error - 1e-9) {
                error = off;
                best = members;
            }
        }
        return best;
    }

    private long committed(int members) {
        return utilisation >= 1 ? members : Math.max(members + 1, Math.round(members / utilisation));
    }

    private long spendCommitment(long used) {
        if (utilisation >= 1) {
            return used;
        }
        long steps = Math.round(used / utilisation / SPEND_STEP);
        return Math.multiplyExact(Math.max(steps, used / SPEND_STEP + 1), SPEND_STEP);
    }

    /** What a machine uses of the plan in an hour, in units of SPEND_SCALE decimals. */
    private long spendUnits(Machine machine) {
        long units = 0;
        for (Machine.Part part : machine.parts()) {
            Price rate = spendRate(part.sku());
            units = Math.addExact(units, Math.multiplyExact(rate.unscaled() * part.amount(),
                    QuantityScale.powerOfTen(SPEND_SCALE - rate.scale())));
        }
        return units;
    }

    private double contracted(Machine machine) {
        return company.hourly(machine, company.home());
    }

    /** The dearest machine of which so many dollars an hour buy one. */
    private int rung(List<Machine> machines, double perHour) {
        int rung = 0;
        while (rung + 1 < machines.size() && contracted(machines.get(rung + 1)) <= perHour) {
            rung++;
        }
        return rung;
    }

    private double spendShare(int slice) {
        return spendValue * structure.spendWeight(slice) / totalSpendWeight();
    }

    private long totalSpendWeight() {
        return structure.totalSpendWeight();
    }

    /** The instance type under reservation. */
    public Machine reservedMachine() {
        return reservedMachines.get(reservedRung);
    }

    /** The list price of a part of a machine where the commitments hold. */
    public Price listPrice(Sku part) {
        return company.listPrice(part, 0, company.home());
    }

    /**
     * Whether a commitment with an unused part would have covered this machine in the home region: nobody runs one on
     * demand there, because commitments are applied before anything is charged on demand. A reservation of cores and memory
     * covers the whole series that they are of.
     */
    public boolean covers(Machine machine) {
        Sku reserved = reservedMachine().sku();
        return machine.sku().index() == reserved.index() || isSame(reserved, machine.sku())
                || planFamily.equals(machine.series());
    }

    /** Whether both are the same machine, sold through different services: alone, in a scale set, in a cluster. */
    private static boolean isSame(Sku reserved, Sku sku) {
        return reserved.eligible() && sku.eligible() && reserved.details() != null
                && reserved.details().equals(sku.details());
    }

    /** The family of machines that the savings plan is for. */
    public String planFamily() {
        return planFamily;
    }

    public CommitmentOffer reservation() {
        return reservation;
    }

    public CommitmentOffer savingsPlan() {
        return savingsPlan;
    }

    /** Instances under reservation that run, in all. */
    public int reservedMembers() {
        return reservedMembers;
    }

    /** Whether whole instances come close enough to the utilisation that was asked for. */
    boolean utilised() {
        return reservedCommitted == 0
                || Math.abs((double) reservedMembers / reservedCommitted - utilisation) <= UTILISATION_OFF;
    }

    /** Instances reserved. */
    public long reservedCommitted() {
        return reservedCommitted;
    }

    /** What an hour of one unit of a part of the reserved machine costs. */
    public Price reservedRate(Sku part) {
        return reservation.price(listPrice(part));
    }

    /** What an hour of one unit of a part costs under the savings plan; no finer than the plan's own dollars. */
    public Price spendRate(Sku part) {
        return savingsPlan.price(listPrice(part)).rounded(SPEND_SCALE);
    }

    /** The machine of a slice's fleets under the savings plan. */
    public Machine spendMachine(int slice) {
        int fleets = structure.spend(slice);
        return planMachines.get(fleets == 0 ? 0 : rung(planMachines, spendShare(slice) / fleets / FLEET_MEMBERS));
    }

    /** Instances of a slice under the savings plan. */
    public int spendMembers(int slice) {
        int fleets = structure.spend(slice);
        if (fleets == 0) {
            return 0;
        }
        double price = contracted(spendMachine(slice));
        return Math.toIntExact(Math.max(fleets, Math.round(spendShare(slice) / price)));
    }

    /** Savings-plan dollars used an hour, in 10^−8. */
    public long spendUsed() {
        return spendUsed;
    }

    /** Savings-plan dollars committed an hour, in 10^−8. */
    public long spendCommitted() {
        return spendCommitted;
    }

    /** Contracted USD an hour of covered usage. */
    double coveredPerHour() {
        return coveredPerHour;
    }

    /** Fees in USD an hour. */
    double feePerHour() {
        double perInstance = 0;
        for (Machine.Part part : reservedMachine().parts()) {
            perInstance += reservedRate(part.sku()).toDouble() * part.amount();
        }
        return reservedCommitted * perInstance + spendCommitted / (double) QuantityScale.powerOfTen(SPEND_SCALE);
    }
}
