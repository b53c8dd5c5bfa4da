package io.focusgen.limit;

/**
 * How far a window is used up.
 *
 * @param window which one
 * @param used how much of it counts now, this request included where it was admitted
 * @param resetMicros until more of it is free: where nothing is left, until one is; where nothing is used, 0
 */
public record Level(Window window, long used, long resetMicros) {

    /** How much is left, at least 0. */
    public long remaining() {
        return Math.max(0, window.limit() - used);
    }
}
