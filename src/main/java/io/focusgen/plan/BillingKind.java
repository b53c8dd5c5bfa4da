package io.focusgen.plan;

import io.focusgen.focus.BillingMonth;

/**
 * The kinds of charge that belong to the billing account and not to a slice of usage, in the order of their rows. A kind
 * answers for its own number of rows, so that adding one touches no other.
 */
public enum BillingKind {
    /** Purchases and unused parts of all commitments. */
    COMMITMENTS {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            return portfolio.rows(month, ladder.granularity());
        }
    },
    /** The support plan and the tax on it. */
    SUPPORT {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            return ladder.support() ? 2 : 0;
        }
    },
    /** Promotional credits. */
    CREDITS {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            return ladder.credits();
        }
    };

    /**
     * Rows of this kind in a month.
     *
     * @param portfolio what the company has committed to
     * @param month some months have purchases that others have not
     */
    abstract long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month);

    /** Rows of all kinds. */
    static long allRows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
        long rows = 0;
        for (BillingKind kind : values()) {
            rows += kind.rows(ladder, portfolio, month);
        }
        return rows;
    }
}
