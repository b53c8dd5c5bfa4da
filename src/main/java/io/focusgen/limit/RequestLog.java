package io.focusgen.limit;

/** The moments of requests, oldest first. Not thread-safe. */
final class RequestLog {

    private static final int FIRST_ROOM = 4;

    private static final long[] NONE = {};

    private long[] times = NONE;
    private int first;
    private int size;

    /** Adds a moment that is not before any other. */
    void add(long now) {
        if (size == times.length) {
            grow();
        }
        times[place(size)] = now;
        size++;
    }

    /** Forgets all that are not after {@code moment}. */
    void forget(long moment) {
        while (size > 0 && times[first] <= moment) {
            first = place(1);
            size--;
        }
        if (size == 0) {
            times = NONE;
            first = 0;
        }
    }

    /** Forgets one at {@code moment}; none where there is none. */
    void remove(long moment) {
        int index = after(moment - 1) - 1;
        if (index < 0 || newest(index) != moment) {
            return;
        }
        for (int later = size - 1 - index; later < size - 1; later++) {
            times[place(later)] = times[place(later + 1)];
        }
        size--;
    }

    /** How many are after {@code moment}. */
    int after(long moment) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[place(middle)] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return size - low;
    }

    /** The newest (0), the one before it (1) and so on. */
    long newest(int index) {
        return times[place(size - 1 - index)];
    }

    /** Moments there is room for. */
    int room() {
        return times.length;
    }

    private int place(int index) {
        int place = first + index;
        return place < times.length ? place : place - times.length;
    }

    private void grow() {
        long[] larger = new long[Math.max(FIRST_ROOM, times.length * 2)];
        for (int i = 0; i < size; i++) {
            larger[i] = times[place(i)];
        }
        times = larger;
        first = 0;
    }
}
