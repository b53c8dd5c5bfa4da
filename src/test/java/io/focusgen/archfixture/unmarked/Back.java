package io.focusgen.archfixture.unmarked;

import io.focusgen.archfixture.loop.Forth;

/** The other half, in a package without a guide. */
public final class Back {
    public final Class<Forth> other = Forth.class;
}
