package io.focusgen.limit;

import java.time.Duration;

/**
 * So much in any stretch of this length.
 *
 * <p>Never more than the limit is let in, in any stretch. An exact window keeps the moment of each request: it counts exactly as
 * long as the window is. The others keep sums of parts of a sixtieth: what was used counts up to one part longer than that.
 *
 * @param name in headers, lower case
 * @param limit 1 to {@link #MOST}
 * @param length a microsecond to a year
 * @param exact whether each request is remembered; only for what is counted one by one
 */
public record Window(String name, long limit, Duration length, boolean exact) {

    /** Numbers up to here are whole also where they are calculated as floating point. */
    public static final long MOST = 1_000_000_000_000_000L;

    /** Up to this limit each request is remembered: 8 bytes each in this process, about 50 in Redis. */
    public static final int MOST_REMEMBERED = 1000;

    private static final int MICRO = 1000;

    /** @throws IllegalArgumentException where a value is out of range */
    public Window {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a limit of " + limit + " is not 1 to " + MOST);
        }
        if (length.toNanos() < MICRO || length.toDays() > 365) {
            throw new IllegalArgumentException("a window of " + length + " is not a microsecond to a year");
        }
    }

    /** For what comes one by one. */
    public static Window ofRequests(String name, long limit, Duration length) {
        return new Window(name, limit, length, limit <= MOST_REMEMBERED);
    }

    /** For amounts of any size. */
    public static Window ofAmounts(String name, long limit, Duration length) {
        return new Window(name, limit, length, false);
    }

    /** The length in microseconds, the unit of all calculation. */
    public long micros() {
        return length.toNanos() / MICRO;
    }

    /** The length of its parts in microseconds, rounded up. */
    public long partMicros() {
        return (micros() + Amounts.PARTS - 1) / Amounts.PARTS;
    }

    /** The same for one of several processes that do not know of each other: a part of the limit, at least 1. */
    public Window share(int processes) {
        return new Window(name, Math.max(1, limit / processes), length, exact);
    }
}
