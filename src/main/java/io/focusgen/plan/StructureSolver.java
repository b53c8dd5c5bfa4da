package io.focusgen.plan;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;

import io.focusgen.estate.Company;
import io.focusgen.focus.BillingMonth;
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

    /** Months after which lengths of months and terms of one and three years come again. */
    private static final int CYCLE = 144;

    /** All months that can be asked for: days between terms let them come at another time of every year. */
    private static final int ALL = (2100 - 2015 + 1) * 12;

    private static final BillingMonth FIRST = new BillingMonth(YearMonth.of(2015, 1));

    private final Company company;
    private final RowLadder ladder;
    private final long rows;
    private final Portfolio portfolio;
    /** Charge periods and rows of the billing slice in every kind of month that there is. */
    private final Set<Month> kinds = new LinkedHashSet<>();

    private record Month(int periods, long billing) {
    }

    StructureSolver(BillSpec spec, Company company, RowLadder ladder, Portfolio portfolio) {
        this.company = company;
        this.ladder = ladder;
        this.rows = spec.rows();
        this.portfolio = portfolio;
        for (int i = 0; i < (portfolio.lapses() ? ALL : CYCLE); i++) {
            BillingMonth month = FIRST.plus(i);
            kinds.add(new Month(ladder.granularity().periods(month),
                    BillingKind.allRows(ladder, portfolio, month)));
        }
    }

    Structure solve() {
        int most = ladder.granularity().mostPeriods();
        long reserve = ladder.shortLived() ? Math.max(1, (long) (rows * RESERVE)) : 0;
        for (int i = 0; i < TRIES; i++) {
            Structure structure = new Structure(company, ladder, portfolio);
            if (ladder.core()) {
                structure.takeCore(rows - mostBilling() - reserve, most);
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

    private long mostBilling() {
        long most = 0;
        for (Month month : kinds) {
            most = Math.max(most, month.billing);
        }
        return most;
    }

    /** Rows left to short-lived lines and their tax in a month. */
    private long left(Structure structure, Month month) {
        return rows - month.billing - structure.coreRows(month.periods);
    }

    /** The number of short-lived lines, the same in every month, or −1 where none fits. */
    private long shortLines(Structure structure) {
        if (ladder.granularity() == Granularity.MONTHLY) {
            return monthlyLines(left(structure, kinds.iterator().next()));
        }
        long scarce = Long.MAX_VALUE;
        long fewestLines = 1;
        for (Month month : kinds) {
            long left = left(structure, month);
            scarce = Math.min(scarce, left);
            fewestLines = Math.max(fewestLines, (long) Math.ceil(left / (FULLEST * month.periods)));
        }
        long lines = Math.max(fewestLines, Math.min(company.mix().shortLived().size(), scarce / LEAST_ROWS));
        long tax = ladder.tax() ? ShortLived.taxRows(company, lines) : 0;
        boolean enough = scarce - tax >= lines;
        for (Month month : kinds) {
            enough &= left(structure, month) - tax <= lines * month.periods;
        }
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
