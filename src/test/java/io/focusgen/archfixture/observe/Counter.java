package io.focusgen.archfixture.observe;

/** Looks at the others. */
public final class Counter {
    public long count;
}
