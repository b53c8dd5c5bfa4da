package io.focusgen.archfixture.loop;

import io.focusgen.archfixture.unmarked.Back;

/** One half of a cycle. */
public final class Forth {
    public final Class<Back> other = Back.class;
}
