package io.focusgen.limit;

import java.util.Locale;

/** Who counts. */
public enum Mode {
    /** Redis, for all replicas together. */
    SHARED,
    /** Each process for itself, an equal part of every limit: no Redis is configured. */
    LOCAL,
    /** The same, because Redis does not answer. */
    DEGRADED;

    /** As in headers and metrics: {@code degraded}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
