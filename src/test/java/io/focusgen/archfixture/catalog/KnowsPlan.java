package io.focusgen.archfixture.catalog;

import io.focusgen.archfixture.plan.HashOrdered;

/** Looks up the request path instead of down. */
public final class KnowsPlan {
    public final HashOrdered order = new HashOrdered();
}
