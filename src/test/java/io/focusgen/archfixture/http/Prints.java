package io.focusgen.archfixture.http;

/** Writes into somebody's data. */
public final class Prints {

    void out() {
        System.out.println("row");
    }

    void err() {
        System.err.println("row");
    }

    void trace(Exception failure) {
        failure.printStackTrace();
    }
}
