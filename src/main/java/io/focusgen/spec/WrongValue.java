package io.focusgen.spec;

import org.jspecify.annotations.Nullable;

/** A value that is not allowed; what is allowed stands in the parameter table. */
final class WrongValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String nearest;

    /** @param nearest the nearest valid spelling, or null where none is near */
    WrongValue(@Nullable String nearest) {
        super(null, null, false, false);
        this.nearest = nearest;
    }

    @Nullable
    String nearest() {
        return nearest;
    }
}
