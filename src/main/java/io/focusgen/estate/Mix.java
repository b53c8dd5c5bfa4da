package io.focusgen.estate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.Catalog;
import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Provider;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.spec.AnomalyKind;
import io.focusgen.spec.WasteKind;

/** The provider's blueprints and architectures, resolved once against its catalogue. Immutable. */
public final class Mix {

    private static final int LONGEST_MONTH_HOURS = 744;

    /** What a covered fleet runs beyond its commitment has the weight of so small a part of it. */
    private static final int OVERAGE_PART = 8;

    /** USD a month below which no elastic line goes. */
    private static final double LEAST_ELASTIC = 0.00002;

    private static final @Nullable Mix[] MIXES = new @Nullable Mix[Provider.all().size()];

    private final List<Service> metered = new ArrayList<>();
    private final List<Sku> tiered = new ArrayList<>();
    private final List<StackType> variants = new ArrayList<>();
    private final List<Machine> reservedMachines;
    private final List<Machine> planLadder;
    private final StackType landingAnchors;
    private final StackType landingCore;
    private final List<Kit> shortLived = new ArrayList<>();
    private final List<Kit> fleets = new ArrayList<>();
    private final TagRules tagRules;
    private final ProviderTagTable providerTags;
    private final Map<AnomalyKind, IncidentKit> incidents = new EnumMap<>(AnomalyKind.class);
    private final Map<WasteKind, WasteKit> waste = new EnumMap<>(WasteKind.class);

    private Mix(EstateTables tables) {
        tagRules = tables.tagRules();
        providerTags = tables.providerTags();
        reservedMachines = tables.landingAnchors().slots().get(0).lines().get(0).machines();
        planLadder = tables.landingAnchors().slots().get(1).lines().get(0).machines();
        List<Map<Anchors, Kit>> kits = new ArrayList<>();
        for (Blueprint blueprint : tables.blueprints()) {
            Map<Anchors, Kit> byFate = new EnumMap<>(Anchors.class);
            for (Anchors anchors : Anchors.values()) {
                byFate.put(anchors, kit(blueprint, anchors));
            }
            kits.add(byFate);
            Kit onDemand = kit(blueprint, Anchors.ON_DEMAND);
            if (onDemand.lines().get(0).role() == LineRole.FLEET && !blueprint.lifetime().isShort()) {
                fleets.add(onDemand);
            }
            if (blueprint.lifetime().isShort()) {
                shortLived.add(kit(blueprint, Anchors.ON_DEMAND));
            }
        }
        for (Architecture architecture : tables.architectures()) {
            if (architecture.index() != tables.landingAnchors().index()
                    && architecture.index() != tables.landingCore().index()) {
                variants.add(new StackType(architecture, kits));
            }
        }
        for (AnomalyKind kind : AnomalyKind.values()) {
            IncidentTable.Entry entry = tables.incidents().of(kind);
            Kit.Line line = resolve(entry.line(), Anchors.ON_DEMAND);
            incidents.put(kind,
                    new IncidentKit(entry.hosts(), line, alone(entry.hosts().get(0), List.of(line)), entry.found()));
        }
        for (WasteKind kind : WasteKind.values()) {
            WasteTable.Entry entry = tables.waste().of(kind);
            waste.put(kind, new WasteKit(entry.blueprints().stream()
                    .map(blueprint -> alone(blueprint, WasteTable.lines(kind, blueprint).stream()
                            .map(line -> resolve(line, Anchors.ON_DEMAND)).toList()))
                    .toList(), entry.least(), entry.most()));
        }
        landingAnchors = new StackType(tables.landingAnchors(), kits);
        landingCore = new StackType(tables.landingCore(), kits);
        landingAnchors.sum(tiered.size());
        landingCore.sum(tiered.size());
        variants.forEach(variant -> variant.sum(tiered.size()));
    }

    /** The mix of this provider, made at first use. */
    public static synchronized Mix of(Provider provider) {
        Mix mix = MIXES[provider.index()];
        if (mix == null) {
            mix = new Mix(EstateTables.of(Catalog.of(provider), provider));
            MIXES[provider.index()] = mix;
        }
        return mix;
    }

    /** The SKUs whose price falls with the organisation's total, in the order of the tables. */
    public List<Sku> tiered() {
        return tiered;
    }

    /** The services with paid meters: bit i of a set of services is the ith of them. */
    public List<Service> metered() {
        return metered;
    }

    /** Architectures that applications are drawn from. */
    List<StackType> variants() {
        return variants;
    }

    StackType landingAnchors() {
        return landingAnchors;
    }

    StackType landingCore() {
        return landingCore;
    }

    /** What shows on the bill where this goes wrong. */
    public IncidentKit incident(AnomalyKind kind) {
        IncidentKit kit = incidents.get(kind);
        if (kit == null) {
            throw new IllegalStateException("no " + kind + " in incidents.csv");
        }
        return kit;
    }

    /** What this may be: resources with one meter each, or with a machine and what it stores. */
    public WasteKit waste(WasteKind kind) {
        WasteKit kit = waste.get(kind);
        if (kit == null) {
            throw new IllegalStateException("no " + kind + " in waste.csv");
        }
        return kit;
    }

    TagRules tagRules() {
        return tagRules;
    }

    ProviderTagTable providerTags() {
        return providerTags;
    }

    /** The money class of a tiered SKU. */
    public int tieredClass(int index) {
        Sku sku = tiered.get(index);
        return new LineClass(sku.service().category(), sku.eligible()).index();
    }

    /** The machines that a reservation is bought for, in ascending price. */
    public List<Machine> reservedMachines() {
        return reservedMachines;
    }

    /** Commitments that every company with any has: one for each part of the reserved machine, and a savings plan. */
    public int commitments() {
        return reservedMachines.get(0).parts().size() + 1;
    }

    /** The machines of the family that a savings plan is bought for, in ascending price. */
    public List<Machine> planMachines() {
        String family = planFamily();
        return planLadder.stream().filter(machine -> family.equals(machine.series())).toList();
    }

    /** The family with the most sizes in its ladder. */
    public String planFamily() {
        String best = "";
        long most = 0;
        for (Machine machine : planLadder) {
            String family = String.valueOf(machine.series());
            long sizes = planLadder.stream().filter(other -> family.equals(other.series())).count();
            if (sizes > most) {
                most = sizes;
                best = family;
            }
        }
        return best;
    }

    /** What every company uses in its first account, in the order of the landing zone. */
    public List<Service> landingServices() {
        List<Service> services = new ArrayList<>();
        for (int slot = 0; slot < landingCore.slots(); slot++) {
            services.add(landingCore.kit(slot, Anchors.ON_DEMAND).lines().get(0).sku().service());
        }
        return services;
    }

    /** Kinds of short-lived resources, in the order in which a bill takes them up; one line each. */
    public List<Kit> shortLived() {
        return shortLived;
    }

    /** The fleet that capacity is reserved for: the first of machines that no commitment covers. */
    public Kit capacityFleet() {
        Service machines = reservedMachines.get(0).sku().service();
        List<Kit> free = fleets.stream().filter(kit -> isFree(kit.lines().get(0).machines().get(0))).toList();
        if (free.isEmpty()) {
            throw new IllegalStateException("commitments may cover every fleet");
        }
        // Capacity is reserved of machines rather than of what runs on them.
        return free.stream().filter(kit -> kit.lines().get(0).sku().service().equals(machines)).findFirst()
                .orElse(free.get(0));
    }

    /** A resource with these meters alone. @param lines of one service, at least one */
    private Kit alone(Blueprint blueprint, List<Kit.Line> lines) {
        return new Kit(blueprint, lines, bit(lines.get(0).sku().service()), 0);
    }

    private boolean isFree(Machine machine) {
        return !planFamily().equals(machine.series()) && reservedMachines.stream().noneMatch(
                reserved -> reserved.sku().index() == machine.sku().index()
                        || reserved.sku().details() != null
                                && reserved.sku().details().equals(machine.sku().details()));
    }

    private Kit kit(Blueprint blueprint, Anchors anchors) {
        List<Kit.Line> lines = new ArrayList<>();
        long taxed = 0;
        long taxedAtTimes = 0;
        for (BlueprintLine line : blueprint.lines()) {
            Kit.Line resolved = resolve(line, anchors);
            lines.add(resolved);
            switch (resolved.role()) {
                case SIZED, CLOCK, UNITS, CLUSTER, PAUSABLE, FLEET, ELASTIC, TIERED, SPOT, OVERAGE ->
                    taxed |= bit(resolved.sku().service());
                case USAGE_ANCHOR, SPEND_ANCHOR -> {
                    // Covered by a commitment, it is untaxed; what it runs beyond is not.
                    if (anchors == Anchors.LAPSING && resolved.role() == LineRole.USAGE_ANCHOR) {
                        taxedAtTimes |= bit(resolved.sku().service());
                    } else {
                        lines.add(overage(line));
                        taxed |= bit(resolved.sku().service());
                    }
                }
                case ZERO -> {
                    // Free.
                }
            }
        }
        return new Kit(blueprint, lines, taxed, taxedAtTimes);
    }

    private Kit.Line resolve(BlueprintLine line, Anchors anchors) {
        LineRole role = fate(line, anchors);
        Sku sku = line.first();
        int moneyClass = line.lineClass().index();
        int tier = role == LineRole.TIERED ? tieredIndex(sku) : -1;
        return new Kit.Line(role, line.machines(), line.weight(), line.pattern(), line.most(), moneyClass,
                least(role, line.machines().get(0)), tier);
    }

    private static Kit.Line overage(BlueprintLine line) {
        return new Kit.Line(LineRole.OVERAGE, line.machines(), Math.max(1, line.weight() / OVERAGE_PART),
                line.pattern(),
                BlueprintLine.ANY, line.lineClass().index(), least(LineRole.OVERAGE, line.machines().get(0)), -1);
    }

    /** Commitments cover the machines of the landing zones' fleets; a fleet of other machines stays on demand. */
    private LineRole fate(BlueprintLine line, Anchors anchors) {
        return switch (line.role()) {
            case USAGE_ANCHOR -> covered(line, reservedMachines, anchors);
            case SPEND_ANCHOR -> covered(line, planLadder, anchors);
            case CLOCK -> LineRole.SIZED;
            case SIZED, UNITS, CLUSTER, PAUSABLE, FLEET, ELASTIC, ZERO, TIERED, SPOT, OVERAGE -> line.role();
        };
    }

    private static LineRole covered(BlueprintLine line, List<Machine> machines, Anchors anchors) {
        return anchors != Anchors.ON_DEMAND && line.machines().equals(machines) ? line.role() : LineRole.FLEET;
    }

    private static double least(LineRole role, Machine cheapest) {
        double price = cheapest.homePrice();
        return switch (role) {
            case SIZED, CLOCK, UNITS, CLUSTER ->
                price * LONGEST_MONTH_HOURS / cheapest.sku().hoursOfUnit(LONGEST_MONTH_HOURS);
            case PAUSABLE, FLEET, ELASTIC, SPOT, OVERAGE ->
                Math.max(Math.max(LEAST_ELASTIC, price * leastQuantity(cheapest.sku())),
                        price * LONGEST_MONTH_HOURS / QuantityScale.powerOfTen(QuantityScale.finest(cheapest.sku())));
            case ZERO, TIERED, USAGE_ANCHOR, SPEND_ANCHOR -> 0;
        };
    }

    /** Nobody runs a machine for less than an hour a month, or keeps less than one of what is sold by the month. */
    private static double leastQuantity(Sku sku) {
        return switch (sku.kind()) {
            case HOURS, CAPACITY_HOURS -> 1.0 / sku.hoursOfUnit(LONGEST_MONTH_HOURS);
            case GB_MONTHS, UNIT_MONTHS -> 1;
            case CAPACITY_SECONDS, MINUTES, GB, REQUESTS, TOKENS, UNITS, SPEND -> 0;
        };
    }

    private long bit(Service service) {
        if (!metered.contains(service)) {
            metered.add(service);
            if (metered.size() > Long.SIZE) {
                throw new IllegalStateException(
                        "more than 64 services with paid meters: sets of them no longer fit a long");
            }
        }
        return 1L << metered.indexOf(service);
    }

    private int tieredIndex(Sku sku) {
        if (!tiered.contains(sku)) {
            tiered.add(sku);
        }
        return tiered.indexOf(sku);
    }
}
