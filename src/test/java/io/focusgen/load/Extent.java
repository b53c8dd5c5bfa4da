package io.focusgen.load;

/**
 * How much is asked.
 *
 * @param warmSeconds of requests that are not counted, before each row
 * @param seconds of each measurement
 * @param requests that the row of small answers ends with at the latest
 * @param largeRows rows of each large file
 * @param turns that slow readers come and go
 */
record Extent(double warmSeconds, double seconds, int requests, long largeRows, int turns) {

    static final Extent FULL = new Extent(8, 12, 20_000, 300_000, 3);
    static final Extent QUICK = new Extent(3, 4, 5_000, 60_000, 1);
}
