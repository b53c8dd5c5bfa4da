package io.focusgen.estate;

/** How long resources of a blueprint live. */
public enum Lifetime {
    /** In every month. */
    CORE,
    /** Hours to days; many runs share one ResourceId. */
    SHORT
}
