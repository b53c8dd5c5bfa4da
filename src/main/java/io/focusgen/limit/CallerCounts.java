package io.focusgen.limit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one caller has used up. Its limits may become other ones, of one call to the next, too: a window that was counted by moments
 * takes them into its sums once it is counted by those, and keeps its sums, as long as any of it counts, once it could be counted
 * by moments. So nothing that was admitted is ever left out. Not thread-safe.
 */
final class CallerCounts {

    /** Bytes of one with nothing in it, its name and its place in the table among them: 200 were measured, names can be longer. */
    private static final int EMPTY_BYTES = 320;

    private static final int AMOUNTS_BYTES = 64;

    private final RequestLog log = new RequestLog();
    private @Nullable Amounts[] amounts = {};

    /** Takes {@code cost} of each window, or of none. */
    Decision take(List<Window> windows, long cost, long now) {
        long wait = look(windows, cost, now);
        if (wait == 0) {
            boolean remembered = false;
            for (int i = 0; i < windows.size(); i++) {
                Window window = windows.get(i);
                if (isLogged(window, i)) {
                    remembered = true;
                } else {
                    amounts(i).add(now, cost, window.partMicros());
                }
            }
            if (remembered) {
                log.add(now);
            }
        }
        return new Decision(wait == 0, levels(windows, wait == 0 ? 1 : cost, now), cost, wait, now, Mode.LOCAL);
    }

    /** What {@link #take} would decide. */
    Decision wouldTake(List<Window> windows, long cost, long now) {
        long wait = look(windows, cost, now);
        return new Decision(wait == 0, levels(windows, cost, now), cost, wait, now, Mode.LOCAL);
    }

    /** Takes back what was taken at a moment, of all windows. */
    void giveBack(List<Window> windows, long cost, long moment) {
        boolean remembered = false;
        for (int i = 0; i < windows.size(); i++) {
            if (isLogged(windows.get(i), i)) {
                remembered = true;
            } else {
                amounts(i).giveBack(cost, moment);
            }
        }
        if (remembered) {
            log.remove(moment);
        }
    }

    int bytes() {
        int bytes = EMPTY_BYTES + Long.BYTES * log.room();
        for (Amounts own : amounts) {
            bytes += own == null ? Long.BYTES : AMOUNTS_BYTES + Long.BYTES * own.room();
        }
        return bytes;
    }

    /** Forgets what counts no more. @return until so much more fits into all windows; 0 where it does */
    private long look(List<Window> windows, long cost, long now) {
        long wait = 0;
        long longest = 0;
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            long length = window.micros();
            keepSums(window, i, now);
            if (isLogged(window, i)) {
                longest = Math.max(longest, length);
                if (log.after(now - length) + cost > window.limit()) {
                    wait = Math.max(wait, reset(window, now));
                }
            } else {
                Amounts own = amounts(i);
                wait = Math.max(wait, own.wait(now, length, window.limit(), cost));
            }
        }
        log.forget(now - longest);
        return wait;
    }

    /** Whether a window is counted by the moments of requests, not by sums. */
    private boolean isLogged(Window window, int index) {
        return window.exact() && (index >= amounts.length || amounts[index] == null);
    }

    /** Brings the sums of a window up to date, with what was counted by moments before; there are none of what is counted so now. */
    private void keepSums(Window window, int index, long now) {
        if (isLogged(window, index)) {
            return;
        }
        long begin = now - window.micros();
        Amounts own = amounts(index);
        own.forget(begin);
        if (own.total() > 0) {
            return;
        }
        if (window.exact()) {
            amounts[index] = null;
            return;
        }
        for (int i = log.after(begin) - 1; i >= 0; i--) {
            own.add(log.newest(i), 1, window.partMicros());
        }
    }

    /** @param next what is asked for next: what does not fit says when it will */
    private List<Level> levels(List<Window> windows, long next, long now) {
        List<Level> levels = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            long length = window.micros();
            if (isLogged(window, i)) {
                levels.add(new Level(window, log.after(now - length), reset(window, now)));
            } else {
                Amounts own = amounts(i);
                long wait = own.wait(now, length, window.limit(), next);
                levels.add(new Level(window, own.total(), wait == 0 ? own.untilFirstLeaves(now, length) : wait));
            }
        }
        return levels;
    }

    /** Until one more is free of an exact window. */
    private long reset(Window window, long now) {
        int used = log.after(now - window.micros());
        return used == 0
                ? 0
                : log.newest((int) Math.min(used, window.limit()) - 1) + window.micros() - now;
    }

    private Amounts amounts(int index) {
        if (index >= amounts.length) {
            @Nullable
            Amounts[] more = new Amounts[index + 1];
            System.arraycopy(amounts, 0, more, 0, amounts.length);
            amounts = more;
        }
        Amounts own = amounts[index];
        if (own == null) {
            own = new Amounts();
            amounts[index] = own;
        }
        return own;
    }
}
