package io.focusgen.load;

import java.util.Arrays;

/** How long answers took, in milliseconds, in the order they came. Thread-safe. */
final class Times {

    private static final int AT_FIRST = 1 << 12;

    private double[] millis = new double[AT_FIRST];
    private int count;

    synchronized void add(double value) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = value;
    }

    /** In the order they are in here. */
    synchronized void addTo(Times others) {
        for (int i = 0; i < count; i++) {
            others.add(millis[i]);
        }
    }

    synchronized int count() {
        return count;
    }

    /**
     * The time that so large a part of the answers was within.
     *
     * @param part from 0, the shortest, to 1, the longest
     * @return NaN where there was no answer
     */
    synchronized double within(double part) {
        double[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, Math.floor(part * count))];
    }
}
