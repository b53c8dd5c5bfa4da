package io.focusgen.plan;

/**
 * The hours of the day in which covered machines all run: those in which the company's home works. In the quiet ones fewer
 * do, so that a commitment is used up by day, when there may be more usage than it covers, and has an unused part by night.
 * Months and terms begin at midnight UTC, so that every day of UTC has the same ones, be they the end and the start of two
 * working days.
 */
public final class BusyHours {

    /** Hours of a day. */
    public static final int DAY = 24;

    /** Busy hours of a day. */
    public static final int BUSY = 8;

    /** Quiet hours of a day. */
    public static final int QUIET = DAY - BUSY;

    /** The hour that work begins with. */
    private static final int MORNING = 9;

    /** The hour of UTC that work begins with. */
    private final int first;

    /** Busy hours at the start of a day, of the work that began in the one before. */
    private final int early;

    private BusyHours(int first) {
        this.first = first;
        early = Math.max(0, first + BUSY - DAY);
    }

    /** Of a home whose clocks are so many hours ahead of UTC. */
    static BusyHours at(int utcOffset) {
        return new BusyHours(Math.floorMod(MORNING - utcOffset, DAY));
    }

    /** Whether an hour of a month, counted from its start, is busy. */
    public boolean isBusy(int hour) {
        int ofDay = hour % DAY;
        return ofDay < early || ofDay >= first && ofDay < first + BUSY;
    }

    /** The {@code index}th busy hour of a month, from 0. */
    public int busy(int index) {
        int ofDay = index % BUSY;
        return index / BUSY * DAY + (ofDay < early ? ofDay : first + ofDay - early);
    }

    /** The {@code index}th quiet hour of a month, from 0. */
    public int quiet(int index) {
        int ofDay = index % QUIET + early;
        return index / QUIET * DAY + (ofDay < first ? ofDay : ofDay + BUSY);
    }
}
