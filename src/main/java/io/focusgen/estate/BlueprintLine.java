package io.focusgen.estate;

import java.util.List;

import io.focusgen.catalog.Machine;
import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.focus.ServiceCategory;

/**
 * One meter that a resource runs.
 *
 * @param machines what it may be charged as, in ascending price: the rungs of its ladder, or exactly one
 * @param weight share of the money of the resource, or of the volume of free lines, 1 to 1000
 * @param most pricing units a month that one resource of the kind can plausibly have; {@link #ANY} for no bound
 */
public record BlueprintLine(LineRole role, List<Machine> machines, int weight, LoadPattern pattern, int most) {

    /** No bound. */
    public static final int ANY = Integer.MAX_VALUE;

    public BlueprintLine {
        machines = List.copyOf(machines);
        if (machines.isEmpty()) {
            throw new IllegalArgumentException("a line without a SKU");
        }
    }

    /** The first SKU of the only machine, or of the cheapest rung. */
    public Sku first() {
        return machines.get(0).sku();
    }

    public Service service() {
        return first().service();
    }

    public LineClass lineClass() {
        ServiceCategory category = service().category();
        boolean covered = category == ServiceCategory.COMPUTE && first().eligible() && role != LineRole.SPOT;
        return new LineClass(category, covered);
    }
}
