package io.focusgen.plan;

import io.focusgen.estate.Company;
import io.focusgen.focus.Granularity;
import io.focusgen.spec.BillSpec;

/** Finds the structure whose rows add up to exactly what was asked for, in months of every length. */
final class StructureSolver {

    /** Rows that a short-lived resource has at least, where there are as many. */
    private static final int LEAST_ROWS = 24;

    /** Short-lived lines fill at most this part of the shortest month, so that they stay short-lived. */
    private static final double FULLEST = 0.5;

    /** Share of the rows of the longest month that is left to short-lived lines. */
    private static final double RESERVE = 0.03;

    private static final int TRIES = 400;

    private final Company company;
    private final RowLadder ladder;
    private final long rows;
    private final boolean unused;

    StructureSolver(BillSpec spec, Company company, RowLadder ladder, boolean unused) {
        this.company = company;
        this.ladder = ladder;
        this.rows = spec.rows();
        this.unused = unused;
    }

    Structure solve() {
        int most = ladder.granularity().mostPeriods();
        long reserve = ladder.shortLived() ? Math.max(1, (long) (rows * RESERVE)) : 0;
        for (int i = 0; i < TRIES; i++) {
            Structure structure = new Structure(company, ladder);
            if (ladder.core()) {
                structure.takeCore(rows - fixedRows(most) - reserve, most);
            }
            long lines = shortLines(structure);
            if (lines >= 0) {
                structure.takeShort(lines);
                return structure;
            }
            reserve += most == 1 ? 1 : Math.max(1, rows / 100);
        }
        throw new IllegalStateException("no structure has exactly " + rows + " rows");
    }

    /** Rows of the billing slice. */
    private long fixedRows(int periods) {
        return BillingKind.allRows(ladder, unused, periods);
    }

    /** Rows left to short-lived lines and their tax in a month of so many periods. */
    private long left(Structure structure, int periods) {
        return rows - fixedRows(periods) - structure.coreRows(periods);
    }

    /** The number of short-lived lines, the same in every month, or −1 where none fits. */
    private long shortLines(Structure structure) {
        if (ladder.granularity() == Granularity.MONTHLY) {
            return monthlyLines(left(structure, 1));
        }
        int most = ladder.granularity().mostPeriods();
        int fewest = most - most / 31 * 3;
        long scarce = left(structure, most);
        long plenty = left(structure, fewest);
        long fewestLines = Math.max(1, (long) Math.ceil(plenty / (FULLEST * fewest)));
        long lines = Math.max(fewestLines, Math.min(company.mix().shortLived().size(), scarce / LEAST_ROWS));
        long tax = ladder.tax() ? ShortLived.taxRows(company, lines) : 0;
        boolean enough = scarce - tax >= lines && plenty - tax <= lines * fewest;
        return enough ? lines : -1;
    }

    /** In a month of one period every line has one row: lines and their tax rows must add up exactly. */
    private long monthlyLines(long left) {
        if (!ladder.tax()) {
            return left;
        }
        long fewest = 0;
        long most = left;
        while (fewest < most) {
            long lines = (fewest + most) >>> 1;
            if (lines + ShortLived.taxRows(company, lines) < left) {
                fewest = lines + 1;
            } else {
                most = lines;
            }
        }
        return fewest + ShortLived.taxRows(company, fewest) == left ? fewest : -1;
    }
}
