package io.focusgen.catalog;

import java.util.Locale;

/** When a commitment is paid. */
public enum CommitmentPayment {
    /** By the fee of every hour or month. */
    NO_UPFRONT,
    /** A part at once, the rest by the fee. */
    PARTIAL_UPFRONT,
    /** Everything at once. */
    ALL_UPFRONT,
    /** By equal instalments, as {@link #NO_UPFRONT} of providers that have no other word for it. */
    MONTHLY;

    /** Whether anything is paid at once. */
    public boolean isUpfront() {
        return this == PARTIAL_UPFRONT || this == ALL_UPFRONT;
    }

    /** As in a query string and in the tables, e.g. {@code no-upfront}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
