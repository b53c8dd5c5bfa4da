package io.focusgen.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Region;
import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Kit;
import io.focusgen.estate.LineRole;
import io.focusgen.estate.Resource;
import io.focusgen.estate.Salt;
import io.focusgen.estate.SubAccount;
import io.focusgen.estate.WasteKit;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.BillSpec;
import io.focusgen.spec.Waste;
import io.focusgen.spec.WasteKind;

/**
 * What a bill has that nobody needs, the same in every month. Which resource the third of its kind is hangs on the company
 * alone; how large it is, on the budget. Immutable.
 */
public final class WastedResources {

    /** They live where one of so many cohorts does: in accounts as large ones are, half of them at home. */
    private static final int COHORTS = 1024;

    /** Of the budget: small ones are more frequent. What is of so many GB costs at most the most. */
    private static final double LEAST_SHARE = 0.0002;
    private static final double MOST_SHARE = 0.004;

    /** Of what a database costs, what it stores is no more, unless it costs next to nothing. */
    private static final double STORAGE_PART = 0.25;

    /** A machine costs what it does in an average month, so that it stays the same from month to month. */
    private static final int NOMINAL_HOURS = 730;

    /** What is too large is one or two sizes too large: a size costs half of the next, but for its rounded price. */
    private static final double[] SMALLER = {0.51, 0.26};

    private final BillSpec spec;
    private final Company company;
    private final Amounts amounts;
    /** Accounts and regions that something runs in. */
    private final Set<Long> inhabited;
    private final List<WastedResource> all;
    private final int usageRows;
    private final int taxRows;

    /** What is drawn for one of them. */
    private enum Of {
        KIND,
        RESOURCE,
        PLACE,
        SHARE,
        SMALLER,
        GIGABYTES
    }

    WastedResources(BillSpec spec, Structure structure, Amounts amounts) {
        this.spec = spec;
        this.amounts = amounts;
        company = structure.company();
        inhabited = spec.waste().any() ? inhabited() : Set.of();
        List<WastedResource> made = new ArrayList<>();
        int first = company.draw().of(Salt.WASTE).below(WasteKind.values().length, Of.KIND.ordinal());
        for (Map.Entry<WasteKind, Integer> some : spec.waste().byKind(first).entrySet()) {
            for (int i = 0; i < some.getValue(); i++) {
                made.add(make(some.getKey(), i));
            }
        }
        all = List.copyOf(made);
        usageRows = all.stream().mapToInt(WastedResource::rows).sum();
        taxRows = structure.ladder().tax() ? all.size() : 0;
    }

    /** In the order of their rows. */
    public List<WastedResource> all() {
        return all;
    }

    /** Rows of all of them in a month, their tax included. */
    long rows(BillingMonth month) {
        return (long) usageRows * spec.granularity().periods(month) + taxRows;
    }

    private WastedResource make(WasteKind kind, int number) {
        Draw draw = company.draw().of(Salt.WASTE).of(1L + kind.ordinal()).of(number);
        WasteKit some = company.mix().waste(kind);
        Kit kit = some.kits().get(draw.below(some.kits().size(), Of.RESOURCE.ordinal()));
        Kit.Line line = kit.lines().get(0);
        int cohort = draw.below(COHORTS, Of.PLACE.ordinal());
        SubAccount account = company.account(cohort);
        Region region = kind == WasteKind.UNATTACHED_DISK ? deserted(account, cohort) : company.region(cohort);
        Resource resource = Resource.waste(company, kit, (long) kind.ordinal() * Waste.MOST + number, account, region);
        double share = draw.unit(Of.SHARE.ordinal());
        double dollars = amounts.budget() * (LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * share * share);
        String id = spec.provider().label() + "-" + kind.label() + "-" + (number + 1);
        Gigabytes size = new Gigabytes(draw, Of.GIGABYTES.ordinal());
        if (line.role() == LineRole.ELASTIC) {
            Machine machine = line.machines().get(0);
            double most = Math.min(some.most(), amounts.budget() * MOST_SHARE / company.hourly(machine, region));
            long stored = kind == WasteKind.UNATTACHED_DISK
                    ? size.ordered(some.least(), most)
                    : size.any(some.least(), most);
            return new WastedResource(id, kind, resource, List.of(new WastedResource.Meter(machine, stored)), null);
        }
        List<Machine> rungs = line.machines().stream().filter(machine -> !covered(machine, region)).toList();
        if (!kind.isNeeded()) {
            Machine machine = some.most() == 0
                    ? dearest(rungs, region, dollars)
                    : disk(rungs, region, some, size);
            return new WastedResource(id, kind, resource, List.of(new WastedResource.Meter(machine, 0)), null);
        }
        List<WastedResource.Meter> meters = new ArrayList<>();
        double left = dollars;
        for (Kit.Line beside : kit.lines().subList(1, kit.lines().size())) {
            Machine storage = beside.machines().get(0);
            double unit = company.hourly(storage, region);
            double most = Math.max(some.least(), Math.min(some.most(), dollars * STORAGE_PART / unit));
            long stored = size.ordered(some.least(), most);
            meters.add(new WastedResource.Meter(storage, stored));
            left -= stored * unit;
        }
        double smaller = SMALLER[draw.below(SMALLER.length, Of.SMALLER.ordinal())];
        Machine machine = dearest(larger(rungs, smaller), region, left);
        if (monthly(machine, region) > left) {
            smaller = SMALLER[0];
            machine = dearest(larger(rungs, smaller), region, left);
        }
        meters.add(0, new WastedResource.Meter(machine, 0));
        return new WastedResource(id, kind, resource, meters, replacement(rungs, machine, smaller));
    }

    /**
     * A region of the company's where this account has no machine that a disk could be attached to; where it has some in all
     * of them, one that the company left.
     */
    private Region deserted(SubAccount account, int cohort) {
        for (int i = 0; i < COHORTS; i++) {
            Region region = company.region((cohort + i) % COHORTS);
            if (!inhabited.contains(place(account, region))) {
                return region;
            }
        }
        return company.sites().foreign(cohort);
    }

    private Set<Long> inhabited() {
        Set<Long> places = new LinkedHashSet<>();
        for (int cohort = 0; cohort < COHORTS; cohort++) {
            places.add(place(company.account(cohort), company.region(cohort)));
        }
        return places;
    }

    private static long place(SubAccount account, Region region) {
        return ((long) account.index() << Integer.SIZE) + region.index();
    }

    /** The smallest disk that holds what was ordered, of those that the budget pays for, or the cheapest. */
    private Machine disk(List<Machine> rungs, Region region, WasteKit some, Gigabytes size) {
        int most = gigabytes(dearest(rungs, region, amounts.budget() * MOST_SHARE));
        long ordered = size.ordered(some.least(), Math.min(some.most(), most));
        return rungs.stream().filter(disk -> gigabytes(disk) >= ordered)
                .min(Comparator.comparingInt(WastedResources::gigabytes)).orElseThrow();
    }

    private static int gigabytes(Machine disk) {
        return disk.sku().wholeDetail(WasteKit.SIZE);
    }

    /** The dearest that the money pays for, else the cheapest. */
    private Machine dearest(List<Machine> rungs, Region region, double dollars) {
        if (rungs.isEmpty()) {
            throw new IllegalStateException("commitments may cover everything that could be wasted");
        }
        Machine chosen = rungs.get(0);
        for (Machine machine : rungs) {
            chosen = monthly(machine, region) <= dollars ? machine : chosen;
        }
        return chosen;
    }

    private double monthly(Machine machine, Region region) {
        return company.hourly(machine, region) * NOMINAL_HOURS / machine.sku().hoursOfUnit(NOMINAL_HOURS);
    }

    /** Those that something could replace which costs at most so much of them. */
    private static List<Machine> larger(List<Machine> rungs, double smaller) {
        return rungs.stream().filter(machine -> replacement(rungs, machine, smaller) != null).toList();
    }

    /** The dearest of the same series that costs at most so much of it, else of any series; null where nothing does. */
    private static @Nullable Machine replacement(List<Machine> rungs, Machine machine, double smaller) {
        Machine any = null;
        Machine same = null;
        for (Machine other : rungs) {
            if (other.homePrice() <= machine.homePrice() * smaller) {
                any = other;
                same = Objects.equals(other.series(), machine.series()) ? other : same;
            }
        }
        return same == null ? any : same;
    }

    /** Whether a commitment would have covered it: nothing of the kind is on demand at home. */
    private boolean covered(Machine machine, Region region) {
        Commitments commitments = region.index() == company.home().index() ? amounts.commitments() : null;
        return commitments != null && commitments.covers(machine);
    }
}
