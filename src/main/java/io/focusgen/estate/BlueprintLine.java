package io.focusgen.estate;

import java.util.List;

import io.focusgen.catalog.Service;
import io.focusgen.catalog.Sku;
import io.focusgen.focus.ServiceCategory;

/**
 * One meter that a resource runs.
 *
 * @param skus what it may be charged as, in ascending price: the rungs of its ladder, or exactly one
 * @param weight share of the money of the resource, or of the volume of free lines, 1 to 1000
 */
public record BlueprintLine(LineRole role, List<Sku> skus, int weight, LoadPattern pattern) {

    public BlueprintLine {
        skus = List.copyOf(skus);
        if (skus.isEmpty()) {
            throw new IllegalArgumentException("a line without a SKU");
        }
    }

    /** The only SKU, or the cheapest rung. */
    public Sku first() {
        return skus.get(0);
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
