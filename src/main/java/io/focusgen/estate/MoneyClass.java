package io.focusgen.estate;

import io.focusgen.catalog.Service;
import io.focusgen.focus.ServiceCategory;

/**
 * The classes that money is dealt out by: the service categories, with the compute that a commitment may cover apart, so
 * that both the cost share of a category and the coverage of commitments are met by construction.
 */
public final class MoneyClass {

    /** Compute that a commitment may cover; {@code ServiceCategory.COMPUTE.ordinal()} is the rest of compute. */
    public static final int ELIGIBLE_COMPUTE = ServiceCategory.values().length;

    /** Number of classes; a class is 0 to COUNT − 1. */
    public static final int COUNT = ELIGIBLE_COMPUTE + 1;

    private MoneyClass() {
    }

    static int of(Service service, boolean eligible) {
        return eligible && service.category() == ServiceCategory.COMPUTE ? ELIGIBLE_COMPUTE : service.category().ordinal();
    }

    /** The category that a class counts for. */
    public static ServiceCategory category(int moneyClass) {
        return moneyClass == ELIGIBLE_COMPUTE ? ServiceCategory.COMPUTE : ServiceCategory.values()[moneyClass];
    }
}
