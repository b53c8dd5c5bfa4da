package io.focusgen.archfixture.http;

import io.focusgen.archfixture.observe.Counter;

/** Tells its observer instead of being observed. */
public final class KnowsObserver {
    public final Counter counter = new Counter();
}
