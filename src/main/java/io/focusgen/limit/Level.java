package io.focusgen.limit;

/**
 * How far a window is used up.
 *
 * @param window which one
 * @param used how much of it counts now, this request included where it was admitted
 * @param resetMicros until more of it is free; where what was asked for does not fit, until it does; where nothing is used, 0
 */
public record Level(Window window, long used, long resetMicros) {

    /** How much is left, at least 0. */
    public long remaining() {
        return Math.max(0, window.limit() - used);
    }

    /** The same once so much is given back; where nothing is used then, there is nothing to wait for. */
    Level less(long amount) {
        long left = Math.max(0, used - amount);
        return new Level(window, left, left == 0 ? 0 : resetMicros);
    }
}
