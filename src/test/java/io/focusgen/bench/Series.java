package io.focusgen.bench;

import java.util.Arrays;
import java.util.Locale;

/** Repeated measurements of one figure, in the order they were taken. */
public final class Series {

    private double[] values = {};

    static Series of(double... values) {
        Series series = new Series();
        series.values = values.clone();
        return series;
    }

    public void add(double value) {
        values = Arrays.copyOf(values, values.length + 1);
        values[values.length - 1] = value;
    }

    /** Each value divided by the one that the other series holds in the same place. */
    public Series over(Series other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(values.length + " and " + other.values.length + " values are no pairs");
        }
        Series ratios = new Series();
        for (int i = 0; i < values.length; i++) {
            ratios.add(values[i] / other.values[i]);
        }
        return ratios;
    }

    public double median() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The one that was added last. */
    double last() {
        return values[values.length - 1];
    }

    double least() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double most() {
        return Arrays.stream(values).max().orElseThrow();
    }

    int count() {
        return values.length;
    }

    double[] values() {
        return values.clone();
    }

    /** Number of values, smallest and largest, as a reader wants them below a median. */
    String spread() {
        return "n=" + count() + ", min " + number(least()) + ", max " + number(most());
    }

    /** Three or four significant digits: more would be noise. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 1e6) {
            return String.format(Locale.ROOT, "%.2f M", value / 1e6);
        }
        if (size >= 10_000) {
            return String.format(Locale.ROOT, "%.0f k", value / 1e3);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f",
                value);
    }
}
