package io.focusgen.estate;

import io.focusgen.focus.ServiceCategory;

/**
 * What shares of the budget are dealt out to: a service category, Compute in two parts.
 *
 * @param eligible whether commitments can cover it; only ever true under Compute
 */
public record LineClass(ServiceCategory category, boolean eligible) {

    /** How many classes there may be: the bound of {@link #index()}. */
    public static final int COUNT = ServiceCategory.values().length + 1;

    /** The index of compute that commitments can cover; the category's own index is the rest of compute. */
    public static final int ELIGIBLE_COMPUTE = COUNT - 1;

    /** The index of what credits are given for: storage, which every company has in every account. */
    public static final int CREDITED = ServiceCategory.STORAGE.ordinal();

    public LineClass {
        if (eligible && category != ServiceCategory.COMPUTE) {
            throw new IllegalArgumentException("commitments cover Compute, not " + category.label());
        }
    }

    /** A place of its own in an array of {@link #COUNT}: the category's, and the last for what commitments cover. */
    public int index() {
        return eligible ? ELIGIBLE_COMPUTE : category.ordinal();
    }

    /** The category that the class of this index counts for. */
    public static ServiceCategory category(int index) {
        return index == ELIGIBLE_COMPUTE ? ServiceCategory.COMPUTE : ServiceCategory.values()[index];
    }
}
