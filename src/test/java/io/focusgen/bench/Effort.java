package io.focusgen.bench;

/**
 * How much is measured.
 *
 * @param quick whether what takes long is left out
 * @param warmUps rounds that are not counted: the compiler is at its end after some twenty million of our rows
 * @param pairs rounds that are counted
 * @param rows of ours in a round, about
 */
record Effort(boolean quick, int warmUps, int pairs, long rows) {

    static final Effort FULL = new Effort(false, 5, 7, 4_000_000);
    static final Effort QUICK = new Effort(true, 3, 3, 2_000_000);
}
