package io.focusgen.plan;

/**
 * The part of a month in which a commitment has expired and is not bought anew yet: whole days.
 *
 * @param from the first hour, counted from the month's start
 * @param to the end of the last, likewise; above {@code from}
 */
public record Lapse(int from, int to) {

    public Lapse {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("hours " + from + " to " + to + " are no part of a month");
        }
    }
}
