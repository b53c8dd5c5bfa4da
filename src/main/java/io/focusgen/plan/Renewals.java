package io.focusgen.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.focusgen.focus.BillingMonth;

/**
 * When a commitment is bought, again and again: each term lasts its whole years, and the next begins when it expires, or so
 * many days later. Immutable.
 */
public final class Renewals {

    /** Before every month that can be asked for, and the one that it corrects. */
    private static final LocalDate EARLIEST = LocalDate.of(2014, 1, 1);

    /** After every month that can be asked for. */
    private static final LocalDate LATEST = LocalDate.of(2101, 1, 1);

    private final int gap;
    /** In ascending order; without a hole from {@link #EARLIEST} to {@link #LATEST} but the gaps. */
    private final List<Term> terms;

    /**
     * @param first a day on which a term begins, the one with number 0
     * @param years of every term, at least 1
     * @param gap days between a term's end and the start of the next, 0 to 90
     */
    Renewals(LocalDate first, int years, int gap) {
        this.gap = gap;
        List<Term> earlier = new ArrayList<>();
        LocalDate start = first;
        for (long number = -1; start.isAfter(EARLIEST); number--) {
            LocalDate end = start.minusDays(gap);
            start = end.minusYears(years);
            earlier.add(new Term(number, start, end));
        }
        Collections.reverse(earlier);
        List<Term> all = new ArrayList<>(earlier);
        start = first;
        for (long number = 0; start.isBefore(LATEST); number++) {
            LocalDate end = start.plusYears(years);
            all.add(new Term(number, start, end));
            start = end.plusDays(gap);
        }
        terms = List.copyOf(all);
    }

    /** Whether there are days between two terms. */
    boolean lapse() {
        return gap > 0;
    }

    /** The terms that a month is in: one, two where one expires and another begins within it, or none. */
    List<Term> in(BillingMonth month) {
        LocalDate begin = month.month().atDay(1);
        int last = lastBefore(begin.plusMonths(1));
        if (last < 0 || last == 0 && terms.get(0).start().isAfter(begin)) {
            throw new IllegalArgumentException(month + " is before all terms");
        }
        Term later = terms.get(last);
        if (!later.start().isAfter(begin)) {
            return later.end().isAfter(begin) ? List.of(later) : List.of();
        }
        Term earlier = terms.get(last - 1);
        return earlier.end().isAfter(begin) ? List.of(earlier, later) : List.of(later);
    }

    /** The place of the last term that begins before a day, or −1. */
    private int lastBefore(LocalDate day) {
        int low = 0;
        int high = terms.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (terms.get(middle).start().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
