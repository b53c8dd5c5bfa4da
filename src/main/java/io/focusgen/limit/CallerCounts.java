package io.focusgen.limit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What one caller has used up. Not thread-safe. */
final class CallerCounts {

    /** Bytes of one with nothing in it, its name and its place in the table among them: 200 were measured, names can be longer. */
    private static final int EMPTY_BYTES = 320;

    private static final int SUMS_BYTES = 48;

    private final RequestLog log = new RequestLog();
    private @Nullable TwoSums[] sums = {};

    /** Takes {@code cost} of each window, or of none. */
    Decision take(List<Window> windows, long cost, long now) {
        long wait = 0;
        long longest = 0;
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            long length = window.micros();
            if (window.exact()) {
                longest = Math.max(longest, length);
                if (log.after(now - length) + cost > window.limit()) {
                    wait = Math.max(wait, reset(window, now));
                }
            } else {
                TwoSums own = sums(i);
                own.at(now, length);
                wait = Math.max(wait, own.wait(now, length, window.limit(), cost));
            }
        }
        log.forget(now - longest);
        if (wait == 0) {
            if (longest > 0) {
                log.add(now);
            }
            for (int i = 0; i < windows.size(); i++) {
                if (!windows.get(i).exact()) {
                    sums(i).add(cost);
                }
            }
        }
        return new Decision(wait == 0, levels(windows, now), wait, Mode.LOCAL);
    }

    /** Takes back from all windows of amounts. */
    void giveBack(List<Window> windows, long amount, long now) {
        for (int i = 0; i < windows.size(); i++) {
            if (!windows.get(i).exact()) {
                sums(i).at(now, windows.get(i).micros());
                sums(i).giveBack(amount);
            }
        }
    }

    int bytes() {
        return EMPTY_BYTES + Long.BYTES * log.room() + SUMS_BYTES * sums.length;
    }

    private List<Level> levels(List<Window> windows, long now) {
        List<Level> levels = new ArrayList<>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            long length = window.micros();
            if (window.exact()) {
                levels.add(new Level(window, log.after(now - length), reset(window, now)));
            } else {
                TwoSums own = sums(i);
                long used = own.used(now, length);
                long reset = used < window.limit() ? own.left(now, length) : own.wait(now, length, window.limit(), 1);
                levels.add(new Level(window, used, used == 0 ? 0 : reset));
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

    private TwoSums sums(int index) {
        if (index >= sums.length) {
            @Nullable
            TwoSums[] more = new TwoSums[index + 1];
            System.arraycopy(sums, 0, more, 0, sums.length);
            sums = more;
        }
        TwoSums own = sums[index];
        if (own == null) {
            own = new TwoSums();
            sums[index] = own;
        }
        return own;
    }
}
