package io.focusgen.plan;

import java.util.List;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.QuantityScale;

/**
 * How much the company has committed to: constant from month to month. Reservations of one instance type in the home region
 * and savings plans in dollars an hour, as much as the fleets that they cover use when they all run, so that what is left
 * unused is known in every charge period and no state spans the slices.
 */
public final class Commitments {

    /** Part of the covered value that reservations cover. */
    static final double RESERVED_PART = 0.4;

    /** Instances of a reservation: so many that the money is met within a point. */
    private static final int RESERVED_INSTANCES = 100;

    /** Instances of a covered fleet, where the money allows. */
    private static final int FLEET_MEMBERS = 3;

    /** Hours of an average month, by which monthly money is turned into hourly commitments. */
    static final int NOMINAL_HOURS = 730;

    /** Decimals of all savings-plan dollars. */
    public static final int SPEND_SCALE = 8;

    /** What a month of a savings plan may come to in its smallest unit, so that it stays within a long. */
    private static final double MOST_UNITS = 2e18;

    private final Structure structure;
    private final Company company;
    private final Holdings holdings;
    private final List<Machine> reservedMachines;
    private final List<Machine> planMachines;
    private final String planFamily;
    private final int rateScale;
    private final double reservedValue;
    private final double spendValue;

    private final int reservedRung;
    private final long reservedMembers;
    private final long[] reserved;
    private final long[] spend;
    private final double coveredPerHour;
    private final double feePerHour;

    /** @param covered contracted USD a month of usage that shall be covered */
    Commitments(Holdings holdings, double covered, Utilisation utilisation) {
        this.holdings = holdings;
        this.structure = holdings.structure();
        this.company = structure.company();
        reservedMachines = company.mix().reservedMachines();
        planMachines = company.mix().planMachines();
        planFamily = company.mix().planFamily();
        rateScale = rateScale(covered / utilisation.toDouble(), utilisation.mostScale());
        int fleets = structure.reservedBefore(structure.coreSlices());
        double running = covered / utilisation.toDouble() / NOMINAL_HOURS;
        reservedValue = fleets == 0 ? 0 : running * RESERVED_PART;
        spendValue = running - reservedValue;
        reservedRung = rung(reservedMachines, reservedValue / Math.max(RESERVED_INSTANCES, fleets));
        reservedMembers = fleets == 0
                ? 0
                : Math.max(fleets, Math.round(reservedValue / contracted(reservedMachine())));
        reserved = new long[holdings.reservations().size()];
        spend = new long[holdings.plans().size()];
        double value = reservedMembers * contracted(reservedMachine());
        for (int slice = 0; slice < structure.coreSlices(); slice++) {
            reserved[holdings.reservation(slice)] += reservedMembersBefore(slice + 1) - reservedMembersBefore(slice);
            long members = spendMembers(slice);
            if (members > 0) {
                Machine machine = spendMachine(slice);
                int plan = holdings.plan(slice);
                spend[plan] = Math.addExact(spend[plan], Math.multiplyExact(members, spendUnits(plan, machine)));
                value += members * contracted(machine);
            }
        }
        coveredPerHour = value * utilisation.toDouble();
        feePerHour = fees();
    }

    /** Decimals of the rates under savings plans: fewer only where a month of one would not be a long any more. */
    private static int rateScale(double dollars, int used) {
        int scale = SPEND_SCALE;
        while (scale > 1 && dollars * QuantityScale.powerOfTen(scale + used) > MOST_UNITS) {
            scale--;
        }
        return scale;
    }

    /** What a contracted dollar of covered usage costs with everything that is paid for it, unused part included; about. */
    static double feePerCovered(Holdings holdings, Utilisation utilisation) {
        Structure structure = holdings.structure();
        double list = 1 / structure.company().contracted(Price.of("1")).toDouble();
        double part = structure.reservedBefore(structure.coreSlices()) == 0 ? 0 : RESERVED_PART;
        double discounted = part * paid(holdings.reservations()) + (1 - part) * paid(holdings.plans());
        return list * discounted / utilisation.toDouble();
    }

    private static double paid(List<Tranche> tranches) {
        double paid = 0;
        for (Tranche tranche : tranches) {
            paid += 1 - tranche.offer().discount().toDouble();
        }
        return paid / tranches.size();
    }

    /** What a machine uses of a plan in an hour, in units of SPEND_SCALE decimals. */
    private long spendUnits(int plan, Machine machine) {
        long units = 0;
        for (Machine.Part part : machine.parts()) {
            Price rate = spendRate(plan, part.sku());
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
        return spendValue * structure.spendWeight(slice) / structure.totalSpendWeight();
    }

    /** Recurring fees in USD an hour. */
    private double fees() {
        double fees = 0;
        for (int tranche = 0; tranche < reserved.length; tranche++) {
            CommitmentOffer offer = holdings.reservations().get(tranche).offer();
            for (Machine.Part part : reservedMachine().parts()) {
                fees += offer.recurringPart(reservedRate(tranche, part.sku())).toDouble() * part.amount()
                        * reserved[tranche];
            }
        }
        for (int plan = 0; plan < spend.length; plan++) {
            fees += holdings.plans().get(plan).offer().recurringPart(Price.of("1")).toDouble() * spend[plan]
                    / QuantityScale.powerOfTen(SPEND_SCALE);
        }
        return fees;
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
        Sku first = reservedMachine().sku();
        return machine.sku().index() == first.index() || isSame(first, machine.sku())
                || planFamily.equals(machine.series());
    }

    /** Whether both are the same machine, sold through different services: alone, in a scale set, in a cluster. */
    private static boolean isSame(Sku reserved, Sku sku) {
        return reserved.eligible() && sku.eligible() && reserved.details() != null
                && reserved.details().equals(sku.details());
    }

    /** The family of machines that savings plans are for. */
    public String planFamily() {
        return planFamily;
    }

    /** Instances under reservation that run in a busy hour, of the slices before this one; of all for {@code coreSlices()}. */
    public long reservedMembersBefore(int slice) {
        return reservedMembersBefore(structure.reservedBefore(slice), structure.reservedWeightBefore(slice));
    }

    /** Likewise of so many fleets of so much weight: one for each, and the rest by weight. */
    public long reservedMembersBefore(int fleets, long weight) {
        int all = structure.reservedBefore(structure.coreSlices());
        double total = structure.reservedWeightBefore(structure.coreSlices());
        return all == 0 ? 0 : fleets + (long) ((reservedMembers - all) * (weight / total));
    }

    /** Instances reserved: as many as run in a busy hour. */
    public long reservedMembers() {
        return reservedMembers;
    }

    /** Instances reserved by a tranche. */
    public long reserved(int tranche) {
        return reserved[tranche];
    }

    /** What an hour of one unit of a part of the reserved machine costs under a tranche. */
    public Price reservedRate(int tranche, Sku part) {
        return holdings.reservations().get(tranche).offer().price(listPrice(part));
    }

    /** What an hour of one unit of a part costs under a savings plan; no finer than the plan's own dollars. */
    public Price spendRate(int plan, Sku part) {
        return holdings.plans().get(plan).offer().price(listPrice(part)).rounded(rateScale);
    }

    /** The machine of a slice's fleets under the savings plan. */
    public Machine spendMachine(int slice) {
        int fleets = structure.spend(slice);
        return planMachines.get(fleets == 0 ? 0 : rung(planMachines, spendShare(slice) / fleets / FLEET_MEMBERS));
    }

    /** Instances of a slice under the savings plan that run in a busy hour. */
    public int spendMembers(int slice) {
        int fleets = structure.spend(slice);
        if (fleets == 0) {
            return 0;
        }
        double price = contracted(spendMachine(slice));
        return Math.toIntExact(Math.max(fleets, Math.round(spendShare(slice) / price)));
    }

    /** Dollars an hour that a savings plan commits to, in 10^−8: what its machines use in a busy hour. */
    public long spend(int plan) {
        return spend[plan];
    }

    /** Contracted USD an hour of covered usage, on average. */
    double coveredPerHour() {
        return coveredPerHour;
    }

    /** Recurring fees in USD an hour; what is paid at once is not among them. */
    double feePerHour() {
        return feePerHour;
    }
}
