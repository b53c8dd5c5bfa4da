package io.focusgen.estate;

/** How long resources of a blueprint live. */
public enum Lifetime {
    /** In every month. */
    CORE,
    /** Works for hours to days; what works again in another month is the same resource. */
    SHORT,
    /** Lives for hours to days and never again: every month has others. */
    ONCE;

    /** Whether it works for a part of the month only. */
    boolean isShort() {
        return this != CORE;
    }
}
