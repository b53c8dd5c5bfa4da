package io.focusgen.plan;

/**
 * The hours of the day in which covered machines all run. In the quiet ones fewer do, so that a commitment is used up by
 * day, when there may be more usage than it covers, and has an unused part by night.
 */
public final class BusyHours {

    /** Hours of a day, in UTC. */
    public static final int DAY = 24;

    /** Busy hours of a day. */
    public static final int BUSY = 8;

    /** Quiet hours of a day. */
    public static final int QUIET = DAY - BUSY;

    /** The first busy hour. */
    private static final int FIRST = 9;

    private BusyHours() {
    }

    /** Whether an hour of a month, counted from its start, is busy. */
    public static boolean isBusy(int hour) {
        int ofDay = hour % DAY - FIRST;
        return ofDay >= 0 && ofDay < BUSY;
    }

    /** The {@code index}th busy hour of a month, from 0. */
    public static int busy(int index) {
        return index / BUSY * DAY + FIRST + index % BUSY;
    }

    /** The {@code index}th quiet hour of a month, from 0. */
    public static int quiet(int index) {
        int ofDay = index % QUIET;
        return index / QUIET * DAY + (ofDay < FIRST ? ofDay : ofDay + BUSY);
    }
}
