package io.focusgen.estate;

import io.focusgen.focus.ServiceCategory;

/**
 * What shares of the budget are dealt out to: a service category, Compute in two parts.
 *
 * @param eligible whether commitments can cover it; only ever true under Compute
 */
public record LineClass(ServiceCategory category, boolean eligible) {

    public LineClass {
        if (eligible && category != ServiceCategory.COMPUTE) {
            throw new IllegalArgumentException("commitments cover Compute, not " + category.label());
        }
    }
}
