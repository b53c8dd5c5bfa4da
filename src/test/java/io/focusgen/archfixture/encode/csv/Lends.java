package io.focusgen.archfixture.encode.csv;

/** Fine by itself. */
public final class Lends {

    private Lends() {
    }

    public static String quote() {
        return "\"";
    }
}
