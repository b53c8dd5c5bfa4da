package io.focusgen.archfixture;

import io.focusgen.archfixture.plan.HashOrdered;

/** Does not belong into the root package, and knows the planner. */
public final class Extra {
    public final HashOrdered order = new HashOrdered();
}
