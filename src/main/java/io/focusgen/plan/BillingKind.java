package io.focusgen.plan;

/**
 * The kinds of charge that belong to the billing account and not to a slice of usage, in the order of their rows. A kind
 * answers for its own number of rows, so that adding one touches no other.
 */
public enum BillingKind {
    /** Purchases and unused parts of all commitments, each in every charge period. */
    COMMITMENTS {
        @Override
        long rows(RowLadder ladder, boolean unused, int periods) {
            return ladder.commitments() ? (long) ladder.commitmentCount() * periods * (unused ? 2 : 1) : 0;
        }
    },
    /** The support plan, a row for each band that plans have, and the tax on them together. */
    SUPPORT {
        @Override
        long rows(RowLadder ladder, boolean unused, int periods) {
            return ladder.support() ? ladder.supportBands() + 1L : 0;
        }
    },
    /** Reserved capacity, used and unused in every charge period, and the tax on it. */
    CAPACITY {
        @Override
        long rows(RowLadder ladder, boolean unused, int periods) {
            int lines = ladder.capacityLines();
            return lines == 0 ? 0 : (long) lines * periods + 1;
        }
    },
    /** Products of others: what is used in every charge period, subscriptions, a contract, and the tax on each. */
    MARKETPLACE {
        @Override
        long rows(RowLadder ladder, boolean unused, int periods) {
            long used = ladder.marketplaceUsage();
            return used == 0 ? 0 : used * (periods + 1) + 2 * (RowLadder.SUBSCRIPTIONS + 1);
        }
    },
    /** Refunds and corrections of rows of the month before. */
    CORRECTIONS {
        @Override
        long rows(RowLadder ladder, boolean unused, int periods) {
            return ladder.corrections();
        }
    };

    /**
     * Rows of this kind in a month.
     *
     * @param unused whether commitments have an unused part
     * @param periods charge periods of the month
     */
    abstract long rows(RowLadder ladder, boolean unused, int periods);

    /** Rows of all kinds. */
    static long allRows(RowLadder ladder, boolean unused, int periods) {
        long rows = 0;
        for (BillingKind kind : values()) {
            rows += kind.rows(ladder, unused, periods);
        }
        return rows;
    }
}
