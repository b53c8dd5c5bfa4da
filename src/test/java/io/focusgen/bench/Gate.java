package io.focusgen.bench;

import org.jspecify.annotations.Nullable;

/**
 * What a figure is held against.
 *
 * @param name of the figure
 * @param unit of the three numbers, may be empty
 * @param bound the worst value that is accepted, or null where there is none
 * @param aim the value that is wanted, or null where there is none
 * @param smallerIsBetter whether the bound is an upper one
 * @param reported whether missing the bound is only said, and fails nothing
 */
public record Gate(String name, String unit, @Nullable Double bound, @Nullable Double aim, boolean smallerIsBetter,
        boolean reported) {

    public static Gate atLeast(String name, String unit, double bound, double aim) {
        return new Gate(name, unit, bound, aim, false, false);
    }

    public static Gate atMost(String name, String unit, double bound, @Nullable Double aim) {
        return new Gate(name, unit, bound, aim, true, false);
    }

    /** A figure without any bound. */
    public static Gate reported(String name, String unit) {
        return new Gate(name, unit, null, null, false, true);
    }

    /** The same, but missing it fails nothing. */
    Gate onlyReported() {
        return new Gate(name, unit, bound, aim, smallerIsBetter, true);
    }

    boolean metBy(double value) {
        return bound == null || (smallerIsBetter ? value <= bound : value >= bound);
    }

    boolean aimReachedBy(double value) {
        return aim != null && (smallerIsBetter ? value <= aim : value >= aim);
    }
}
