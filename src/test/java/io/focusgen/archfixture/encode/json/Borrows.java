package io.focusgen.archfixture.encode.json;

import io.focusgen.archfixture.encode.csv.Lends;

/** A format that leans on another. */
public final class Borrows {

    private Borrows() {
    }

    static String quote() {
        return Lends.quote();
    }
}
