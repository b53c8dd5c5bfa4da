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
    /** The support plan, a row for each band that plans have, and the tax on them together. */
    SUPPORT {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            return ladder.support() ? ladder.supportBands() + 1L : 0;
        }
    },
    /** Reserved capacity, used and unused in every charge period, and the tax on it. */
    CAPACITY {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            int lines = ladder.capacityLines();
            return lines == 0 ? 0 : (long) lines * ladder.granularity().periods(month) + 1;
        }
    },
    /** Products of others: what is used in every charge period, subscriptions, a contract, and the provider's tax on each. */
    MARKETPLACE {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            long used = ladder.marketplaceUsage();
            if (used == 0) {
                return 0;
            }
            long bought = RowLadder.SUBSCRIPTIONS + 1;
            long taxed = ladder.sellersInvoice() ? 0 : used + bought;
            return used * ladder.granularity().periods(month) + bought + taxed;
        }
    },
    /** Refunds and corrections of rows of the month before. */
    CORRECTIONS {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            return ladder.corrections();
        }
    },
    /** What rounds the invoice to whole coins, once a month. */
    ROUNDING {
        @Override
        long rows(RowLadder ladder, Portfolio portfolio, BillingMonth month) {
            return ladder.rounding() ? 1 : 0;
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
