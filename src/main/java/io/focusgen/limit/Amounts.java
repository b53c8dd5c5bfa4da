package io.focusgen.limit;

/**
 * What was admitted in the time of one window, in parts of it: what comes within a part of the first of it is kept as one
 * amount and counts until the last of it is out of the window. So the limit holds in every stretch, and what was used is free
 * again at most a part later than the window is long. Not thread-safe.
 */
final class Amounts {

    /** Of a window: the day has parts of 24 minutes, the minute of a second. */
    static final int PARTS = 60;

    private static final long[] NONE = {};

    /** Of each part its first moment, its last and its amount, oldest first. */
    private static final int FIELDS = 3;
    private static final int LAST = 1;
    private static final int AMOUNT = 2;

    private static final int FIRST_ROOM = 2 * FIELDS;

    private long[] cells = NONE;
    private int end;
    private long total;

    /** Forgets all that are not after {@code moment}. */
    void forget(long moment) {
        int gone = 0;
        while (gone < end && cells[gone + LAST] <= moment) {
            total -= cells[gone + AMOUNT];
            gone += FIELDS;
        }
        if (gone > 0) {
            end -= gone;
            System.arraycopy(cells, gone, cells, 0, end);
        }
        if (end == 0) {
            cells = NONE;
        }
    }

    /** Adds what comes now. @param part how long a part is */
    void add(long now, long amount, long part) {
        if (end == 0 || now - cells[end - FIELDS] >= part) {
            if (end == cells.length) {
                long[] larger = new long[Math.max(FIRST_ROOM, end * 2)];
                System.arraycopy(cells, 0, larger, 0, end);
                cells = larger;
            }
            cells[end] = now;
            cells[end + AMOUNT] = 0;
            end += FIELDS;
        }
        cells[end - FIELDS + LAST] = now;
        cells[end - FIELDS + AMOUNT] += amount;
        total += amount;
    }

    /** Takes back what was added at {@code moment} and not used; nothing where that is forgotten. */
    void giveBack(long amount, long moment) {
        for (int at = end - FIELDS; at >= 0; at -= FIELDS) {
            if (cells[at] <= moment) {
                if (moment <= cells[at + LAST]) {
                    take(at, amount);
                }
                return;
            }
        }
    }

    private void take(int at, long amount) {
        long less = Math.min(amount, cells[at + AMOUNT]);
        cells[at + AMOUNT] -= less;
        total -= less;
        if (cells[at + AMOUNT] == 0) {
            System.arraycopy(cells, at + FIELDS, cells, at, end - at - FIELDS);
            end -= FIELDS;
        }
    }

    /** What counts now. */
    long total() {
        return total;
    }

    /** Microseconds until some of it is free; 0 where there is none. */
    long untilFirstLeaves(long now, long length) {
        return end == 0 ? 0 : cells[LAST] + length - now;
    }

    /** Microseconds until {@code cost} more fits, if nothing else is added; a whole length where it never does. */
    long wait(long now, long length, long limit, long cost) {
        if (cost > limit) {
            return length;
        }
        long left = total;
        long wait = 0;
        for (int at = 0; left > limit - cost; at += FIELDS) {
            left -= cells[at + AMOUNT];
            wait = cells[at + LAST] + length - now;
        }
        return wait;
    }

    /** Numbers there is room for. */
    int room() {
        return cells.length;
    }
}
