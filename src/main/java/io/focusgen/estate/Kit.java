package io.focusgen.estate;

import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Sku;

/**
 * A blueprint with its lines resolved for one fate of its anchors.
 *
 * @param blueprint what kind of resource it is
 * @param lines its meters, in the order of their rows
 * @param taxed the services that owe tax for it, as bits by place in {@link Mix#metered()}
 * @param taxedAtTimes those that owe tax for it only where a commitment has lapsed, likewise
 */
public record Kit(Blueprint blueprint, List<Line> lines, long taxed, long taxedAtTimes) {

    public Kit {
        lines = List.copyOf(lines);
    }

    /** Whether the resource is in one zone, as its first meter says: a group of machines is spread over all of them. */
    public boolean zoned() {
        Line first = lines.get(0);
        return switch (first.role()) {
            case FLEET, CLUSTER, SPOT, USAGE_ANCHOR, SPEND_ANCHOR, OVERAGE -> false;
            case SIZED, CLOCK, UNITS, PAUSABLE, ELASTIC, ZERO, TIERED -> first.sku().zoned();
        };
    }

    /**
     * One meter of a resource.
     *
     * @param role how its quantity is found; anchors on demand are {@link LineRole#FLEET}
     * @param machines what is metered: one, or the rungs of a ladder in ascending price
     * @param weight its share of the money of its class
     * @param pattern when it is used
     * @param most pricing units a month that it can plausibly be; {@link BlueprintLine#ANY} for no bound
     * @param moneyClass see {@link LineClass}
     * @param least the least USD a month at the base region's prices
     * @param tiered index in {@link Mix#tiered()}, or −1
     */
    public record Line(LineRole role, List<Machine> machines, int weight, LoadPattern pattern, int most,
            int moneyClass, double least, int tiered) {

        public Line {
            machines = List.copyOf(machines);
        }

        /** The first SKU of the only machine, or of the cheapest. */
        public Sku sku() {
            return machines.get(0).sku();
        }

        /** Rows of a charge period: one for each part of a machine. */
        public int rows() {
            return machines.get(0).parts().size();
        }
    }
}
