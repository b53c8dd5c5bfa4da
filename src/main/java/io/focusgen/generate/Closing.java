package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.BlueprintLine;
import io.focusgen.estate.Company;
import io.focusgen.estate.Kit;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.LineRole;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Resource;
import io.focusgen.estate.Salt;
import io.focusgen.estate.Tail;
import io.focusgen.plan.Commitments;
import io.focusgen.plan.LoadCurve;
import io.focusgen.plan.MonthPlan;

/**
 * Deals a slice's money to its meters, class by class: machines first, whose prices come in steps, then elastic meters,
 * each of which takes over what rounding left of the one before. A class with an elastic meter closes to a fraction of a
 * cent.
 */
final class Closing {

    /** Machines are chosen by an average month, so that they stay the same from month to month. */
    private static final int NOMINAL_HOURS = 730;

    /** The longest month. */
    private static final int LONGEST_MONTH_HOURS = 744;

    /** Most whole things of a kind, so that what they cost in a month stays within a long, to the last digit. */
    private static final long MOST_MEMBERS = 100_000_000;

    /** Machines of a cluster on average, at least, where the money allows. */
    private static final double CLUSTER_MEMBERS = 3;

    /** Instances a scaling group has on average, at least, where the money allows. */
    private static final double FLEET_MEMBERS = 2.5;

    /** How often what is full gives to the others; more would move next to nothing. */
    private static final int ROUNDS = 16;

    /** One resource in so many is barely used: every company forgets some. */
    private static final long IDLE = 12;

    /** How far the use of a resource moves from month to month, up and down. */
    private static final double DRIFT = 0.12;

    /** Part of what a class has to spare that it gives up for licences. */
    private static final double MOST_GIVEN = 0.5;

    /** What a barely used resource costs, against others. */
    private static final double BARELY_USED = 1e-5;

    private final MonthPlan month;
    private final Money money;
    private final Company company;
    private final Region region;
    private final double level;
    private final @Nullable Commitments commitments;
    private final List<List<Meter>> classes = new ArrayList<>();
    /** Dollars of licences that eligible machines came with: no commitment covers them, so others give them up. */
    private double licences;

    /** A meter that money is dealt to. */
    private static final class Meter {
        final Resource resource;
        final Kit.Line line;
        final long size;
        final double weight;
        final double moved;
        final double least;
        /** Dollars beyond the least that it can plausibly take. */
        final double room;
        /** The machine that it is, where that is known; null where money chooses it. */
        final @Nullable Machine machine;

        Meter(Resource resource, Kit.Line line, long size, double weight, double moved, double least, double room,
                @Nullable Machine machine) {
            this.resource = resource;
            this.line = line;
            this.size = size;
            this.weight = weight;
            this.moved = moved;
            this.least = least;
            this.room = room;
            this.machine = machine;
        }
    }

    Closing(MonthPlan month, Money money, Region region) {
        this.month = month;
        this.money = money;
        this.company = month.company();
        this.region = region;
        level = month.plan().structure().priceLevelOf(region);
        boolean home = region.index() == company.home().index();
        commitments = home ? month.plan().amounts().commitments() : null;
        for (int i = 0; i < LineClass.COUNT; i++) {
            classes.add(new ArrayList<>());
        }
    }

    /** @param machine that it is, or null where money chooses it */
    void add(Resource resource, Kit.Line line, int place, long size, @Nullable Machine machine) {
        double used = Long.remainderUnsigned(resource.bits(Salt.RESOURCE_SIZE, 1), IDLE) == 0 ? BARELY_USED : 1;
        double weight = used * line.weight() * size * Tail.RESOURCE.factor(resource.bits(Salt.RESOURCE_SIZE, 0))
                * Tail.METER.factor(resource.bits(Salt.LINE_SIZE, place));
        double least = line.least() * level;
        classes.get(line.moneyClass())
                .add(new Meter(resource, line, size, weight, weight * drift(resource), least, room(line, least),
                        machine));
    }

    private double room(Kit.Line line, double least) {
        return line.most() == BlueprintLine.ANY
                ? Double.POSITIVE_INFINITY
                : Math.max(0, line.most() * company.hourly(line.machines().get(0), region) - least);
    }

    /** No month is like the other: elastic use of a resource moves by some per cent, its machines stay. */
    private double drift(Resource resource) {
        double unit = (resource.bits(Salt.MONTH ^ month.month().ordinal(), 0) >>> 11) * 0x1.0p-53;
        return 1 - DRIFT + 2 * DRIFT * unit;
    }

    void close(List<UsageCharge> charges) {
        // What comes with eligible machines is known first.
        for (int moneyClass = classes.size() - 1; moneyClass >= 0; moneyClass--) {
            List<Meter> meters = classes.get(moneyClass);
            if (!meters.isEmpty()) {
                close(moneyClass, meters, charges);
            }
        }
    }

    private void close(int moneyClass, List<Meter> meters, List<UsageCharge> charges) {
        double dealt = 0;
        double weight = 0;
        double least = 0;
        for (Meter meter : meters) {
            dealt += (double) meter.line.weight() * meter.size;
            weight += meter.weight;
            least += meter.least;
        }
        double amount = month.dealt(moneyClass, dealt, least);
        double left = amount;
        double elasticWeight = 0;
        double elasticLeast = 0;
        for (Meter meter : meters) {
            if (meter.line.role().isWhole()) {
                left -= whole(meter, meter.least + (amount - least) * meter.weight / weight, charges);
            } else {
                elasticWeight += meter.moved;
                elasticLeast += meter.least;
            }
        }
        double spare = Math.max(0, left - elasticLeast);
        if (moneyClass != LineClass.ELIGIBLE_COMPUTE && licences > 0) {
            double given = Math.min(licences, spare * MOST_GIVEN);
            licences -= given;
            spare -= given;
        }
        double perWeight = perWeight(meters, spare, elasticWeight);
        double surplus = spare - taken(meters, perWeight);
        double carry = 0;
        for (Meter meter : meters) {
            if (!meter.line.role().isWhole()) {
                double dollars = meter.least + Math.min(meter.room, perWeight * meter.moved)
                        + surplus * meter.moved / elasticWeight + carry;
                carry = dollars - (meter.line.role() == LineRole.OVERAGE
                        ? overage(meter, dollars, charges)
                        : elastic(meter, dollars, 0, month.periods(), charges));
            }
        }
    }

    /**
     * Dollars for each weight of elastic meters, where what one of them has no room for goes to the others. Where none has,
     * there is a surplus, which all share: the bill must add up before it must be plausible.
     */
    private static double perWeight(List<Meter> meters, double spare, double elasticWeight) {
        double dollars = spare / elasticWeight;
        for (int round = 0; round < ROUNDS; round++) {
            double open = 0;
            double full = 0;
            for (Meter meter : meters) {
                if (!meter.line.role().isWhole()) {
                    boolean fits = dollars * meter.moved < meter.room;
                    open += fits ? meter.moved : 0;
                    full += fits ? 0 : meter.room;
                }
            }
            double raised = open == 0 ? dollars : (spare - full) / open;
            if (raised <= dollars) {
                break;
            }
            dollars = raised;
        }
        return dollars;
    }

    private static double taken(List<Meter> meters, double perWeight) {
        double taken = 0;
        for (Meter meter : meters) {
            taken += meter.line.role().isWhole() ? 0 : Math.min(meter.room, perWeight * meter.moved);
        }
        return taken;
    }

    /** What is there whole: one machine or disk that always runs, or as many as the money buys; returns what it costs. */
    private double whole(Meter meter, double dollars, List<UsageCharge> charges) {
        Sku first = meter.line.sku();
        double perHour = dollars * first.hoursOfUnit(NOMINAL_HOURS) / NOMINAL_HOURS;
        boolean several = meter.line.role().isSeveral();
        Machine machine = machine(meter.line.machines(), several ? perHour / CLUSTER_MEMBERS : perHour);
        double running = perHour / company.hourly(machine, region);
        Spread hours = meter.line.role() == LineRole.PAUSABLE && running < 1
                ? partly(running)
                : Spread.always(month, first.hoursOfUnit(month.month().hours()), several ? members(running) : 1);
        return bill(meter, machine, PriceTerm.ON_DEMAND, hours, charges);
    }

    /** So many that even the longest month does not cost more than it gets. */
    private static long members(double affordable) {
        return (long) Math.max(1, Math.min(MOST_MEMBERS, affordable * NOMINAL_HOURS / LONGEST_MONTH_HOURS));
    }

    /** The same part of every hour, at least a hundred millionth of one. */
    private Spread partly(double part) {
        long units = (long) (part * month.hoursPerPeriod() * QuantityScale.powerOfTen(Spread.PART_SCALE));
        return Spread.constant(0, month.periods(), Math.max(1, units), Spread.PART_SCALE);
    }

    /** The dearest machine that costs at most so much, of those that no commitment would have covered. */
    private Machine machine(List<Machine> rungs, double perHour) {
        Machine chosen = rungs.get(0);
        boolean any = false;
        for (Machine machine : rungs) {
            boolean affordable = !any || company.hourly(machine, region) <= perHour;
            if (affordable && !covered(machine)) {
                chosen = machine;
                any = true;
            }
        }
        return chosen;
    }

    private boolean covered(Machine machine) {
        return commitments != null && commitments.covers(machine);
    }

    /** As much of an elastic meter as the money buys, over these periods; returns what it costs. */
    double elastic(Meter meter, double dollars, int from, int count, List<UsageCharge> charges) {
        Machine machine = meter.machine != null
                ? meter.machine
                : machine(meter.line.machines(), dollars / hours(count) / FLEET_MEMBERS);
        PriceTerm term = meter.line.role() == LineRole.SPOT ? PriceTerm.SPOT : PriceTerm.ON_DEMAND;
        double quantity = dollars / price(meter, machine, term);
        int scale = QuantityScale.of(machine.sku(), quantity / count);
        long units = Math.max(count, Math.round(quantity * QuantityScale.powerOfTen(scale)));
        LoadCurve curve = month.curve(meter.resource.load(meter.line.pattern()));
        if (curve.flat()) {
            units = Math.max(1, Math.round((double) units / count)) * count;
        }
        return bill(meter, machine, term, Spread.of(from, count, units, curve, scale), charges);
    }

    private double price(Meter meter, Machine machine, PriceTerm term) {
        double price = 0;
        for (Machine.Part part : machine.parts()) {
            price += isLicence(meter, part.sku()) ? 0 : contracted(term, part.sku()).toDouble() * part.amount();
        }
        return price;
    }

    /**
     * What a covered group of machines runs beyond its commitment, on demand: the same in every busy hour, when nothing of the
     * commitment is left.
     */
    private double overage(Meter meter, double dollars, List<UsageCharge> charges) {
        Machine machine = Objects.requireNonNull(meter.machine);
        double quantity = dollars / price(meter, machine, PriceTerm.ON_DEMAND);
        int count = Spread.busyPeriods(month);
        int scale = QuantityScale.of(machine.sku(), quantity / count);
        long units = Math.max(1, Math.round(quantity * QuantityScale.powerOfTen(scale) / count));
        return bill(meter, machine, PriceTerm.ON_DEMAND, Spread.busy(month, units, scale), charges);
    }

    /** A charge for each part of a machine; returns what they cost together, in dollars. */
    private double bill(Meter meter, Machine machine, PriceTerm term, Spread hours, List<UsageCharge> charges) {
        double cost = 0;
        for (Machine.Part part : machine.parts()) {
            Price list = company.listPrice(part.sku(), 0, region);
            Price contracted = contracted(term, part.sku());
            charges.add(new UsageCharge(money, meter.resource, part.sku(), 0, term, contracted, hours,
                    Rates.usage(money, list, contracted, part.sku().consumedPerUnit()).times(part.amount()), null));
            double dollars = hours.total() * contracted.toDouble() * part.amount()
                    / QuantityScale.powerOfTen(hours.scale());
            if (isLicence(meter, part.sku())) {
                licences += dollars;
            } else {
                cost += dollars;
            }
        }
        return cost;
    }

    /** Whether it comes with a machine that commitments can cover, and is not covered itself. */
    private static boolean isLicence(Meter meter, Sku part) {
        return meter.line.moneyClass() == LineClass.ELIGIBLE_COMPUTE && !part.eligible();
    }

    private Price contracted(PriceTerm term, Sku sku) {
        Price contracted = company.contracted(company.listPrice(sku, 0, region));
        return term == PriceTerm.SPOT ? contracted.times(spotRate(sku)) : contracted;
    }

    private static Multiplier spotRate(Sku sku) {
        Multiplier discount = sku.spotDiscount();
        if (discount == null) {
            throw new IllegalStateException(sku + " has no spot market");
        }
        return discount.complement();
    }

    private double hours(int count) {
        return (double) count * month.hoursPerPeriod();
    }

    /** A short-lived resource: its own money, its own periods. */
    void shortLived(Resource resource, Kit.Line line, long size, int from, int count, List<UsageCharge> charges) {
        double least = line.least() * level;
        double dollars = month.dealtShort(line.moneyClass(), (double) line.weight() * size, least);
        elastic(new Meter(resource, line, size, 0, 0, least, 0, null), dollars, from, count, charges);
    }
}
