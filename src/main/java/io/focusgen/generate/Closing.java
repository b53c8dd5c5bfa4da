package io.focusgen.generate;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Multiplier;
import io.focusgen.catalog.Price;
import io.focusgen.catalog.PriceTerm;
import io.focusgen.catalog.Region;
import io.focusgen.catalog.Sku;
import io.focusgen.estate.Company;
import io.focusgen.estate.Kit;
import io.focusgen.estate.LineClass;
import io.focusgen.estate.LineRole;
import io.focusgen.estate.QuantityScale;
import io.focusgen.estate.Resource;
import io.focusgen.estate.Salt;
import io.focusgen.estate.Tail;
import io.focusgen.plan.Commitments;
import io.focusgen.plan.MonthPlan;

/**
 * Deals a slice's money to its meters, class by class: machines first, whose prices come in steps, then elastic meters,
 * each of which takes over what rounding left of the one before. A class with an elastic meter closes to a fraction of a
 * cent.
 */
final class Closing {

    /** Machines are chosen by an average month, so that they stay the same from month to month. */
    private static final double NOMINAL_HOURS = 730;

    /** Instances a scaling group has on average, at least, where the money allows. */
    private static final double FLEET_MEMBERS = 2.5;

    /** One resource in so many is barely used: every company forgets some. */
    private static final long IDLE = 12;

    /** How far the use of a resource moves from month to month, up and down. */
    private static final double DRIFT = 0.12;

    /** What a barely used resource costs, against others. */
    private static final double BARELY_USED = 1e-5;

    private final MonthPlan month;
    private final Company company;
    private final Region region;
    private final double level;
    private final @Nullable Commitments commitments;
    private final List<List<Meter>> classes = new ArrayList<>();

    /** A meter that money is dealt to. */
    private static final class Meter {
        final Resource resource;
        final Kit.Line line;
        final long size;
        final double weight;
        final double moved;
        final double least;

        Meter(Resource resource, Kit.Line line, long size, double weight, double moved, double least) {
            this.resource = resource;
            this.line = line;
            this.size = size;
            this.weight = weight;
            this.moved = moved;
            this.least = least;
        }
    }

    Closing(MonthPlan month, Region region) {
        this.month = month;
        this.company = month.plan().company();
        this.region = region;
        level = month.plan().structure().priceLevelOf(region);
        boolean home = region.index() == company.home().index();
        commitments = home ? month.plan().amounts().commitments() : null;
        for (int i = 0; i < LineClass.COUNT; i++) {
            classes.add(new ArrayList<>());
        }
    }

    void add(Resource resource, Kit.Line line, int place, long size) {
        double used = Long.remainderUnsigned(resource.bits(Salt.RESOURCE_SIZE, 1), IDLE) == 0 ? BARELY_USED : 1;
        double weight = used * line.weight() * size * Tail.RESOURCE.factor(resource.bits(Salt.RESOURCE_SIZE, 0))
                * Tail.METER.factor(resource.bits(Salt.LINE_SIZE, place));
        classes.get(line.moneyClass()).add(new Meter(resource, line, size, weight, weight * drift(resource), line.least() * level));
    }

    /** No month is like the other: elastic use of a resource moves by some per cent, its machines stay. */
    private double drift(Resource resource) {
        double unit = (resource.bits(Salt.MONTH ^ month.month().ordinal(), 0) >>> 11) * 0x1.0p-53;
        return 1 - DRIFT + 2 * DRIFT * unit;
    }

    void close(List<UsageCharge> charges) {
        for (int moneyClass = 0; moneyClass < classes.size(); moneyClass++) {
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
            if (meter.line.role() == LineRole.SIZED) {
                left -= machine(meter, meter.least + (amount - least) * meter.weight / weight, charges);
            } else {
                elasticWeight += meter.moved;
                elasticLeast += meter.least;
            }
        }
        double spare = Math.max(0, left - elasticLeast);
        double carry = 0;
        for (Meter meter : meters) {
            if (meter.line.role() != LineRole.SIZED) {
                double money = meter.least + spare * meter.moved / elasticWeight + carry;
                carry = money - elastic(meter, money, 0, month.periods(), charges);
            }
        }
    }

    /** One machine that always runs; returns what it costs. */
    private double machine(Meter meter, double money, List<UsageCharge> charges) {
        Sku sku = machine(meter.line.skus(), money / NOMINAL_HOURS);
        Price list = company.listPrice(sku, 0, region);
        Price contracted = company.contracted(list);
        charges.add(new UsageCharge(meter.resource, sku, 0, PriceTerm.ON_DEMAND, contracted,
                Spread.constant(0, month.periods(), month.hoursPerPeriod(), 0),
                Rates.usage(list, contracted, sku.consumedPerUnit()), null));
        return contracted.toDouble() * month.month().hours();
    }

    /** The dearest machine that costs at most so much, of those that no commitment would have covered. */
    private Sku machine(List<Sku> rungs, double perHour) {
        Sku chosen = rungs.get(0);
        boolean any = false;
        for (Sku sku : rungs) {
            boolean affordable = !any
                    || company.contracted(company.listPrice(sku, 0, region)).toDouble() <= perHour;
            if (affordable && !covered(sku)) {
                chosen = sku;
                any = true;
            }
        }
        return chosen;
    }

    private boolean covered(Sku sku) {
        return commitments != null && commitments.covers(sku);
    }

    /** As much of an elastic meter as the money buys, over these periods; returns what it costs. */
    double elastic(Meter meter, double money, int from, int count, List<UsageCharge> charges) {
        Sku sku = machine(meter.line.skus(), money / hours(count) / FLEET_MEMBERS);
        Price list = company.listPrice(sku, 0, region);
        Price contracted = contracted(meter.line.role(), sku, list);
        double quantity = money / contracted.toDouble();
        int scale = QuantityScale.of(sku, quantity / count);
        long units = Math.max(count, Math.round(quantity * QuantityScale.powerOfTen(scale)));
        if (month.curve(meter.line.pattern()).flat()) {
            units = Math.max(1, Math.round((double) units / count)) * count;
        }
        charges.add(new UsageCharge(meter.resource, sku, 0,
                meter.line.role() == LineRole.SPOT ? PriceTerm.SPOT : PriceTerm.ON_DEMAND, contracted,
                Spread.of(from, count, units, month.curve(meter.line.pattern()), scale),
                Rates.usage(list, contracted, sku.consumedPerUnit()), null));
        return units * contracted.toDouble() / QuantityScale.powerOfTen(scale);
    }

    private Price contracted(LineRole role, Sku sku, Price list) {
        Price contracted = company.contracted(list);
        return role == LineRole.SPOT ? contracted.times(spotRate(sku)) : contracted;
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
        double money = month.dealtShort(line.moneyClass(), (double) line.weight() * size, least);
        elastic(new Meter(resource, line, size, 0, 0, least), money, from, count, charges);
    }
}
