package io.focusgen.plan;

import java.time.LocalDate;
import java.util.List;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.Granularity;

/**
 * A part of what a company commits to, bought by one account and bought anew whenever it expires: terms that follow each
 * other without a gap, from long before the first month that can be asked for.
 *
 * @param number of all tranches of the company, from 0
 * @param offer what is bought
 * @param buyer whose purchase it is
 * @param first when one of its terms begins, before any month
 * @param parts commitments that it consists of: cores and memory are committed to apart
 */
public record Tranche(int number, CommitmentOffer offer, SubAccount buyer, LocalDate first, int parts) {

    /** The terms that a month is in: one, or two where one expires within it. */
    public List<Term> terms(BillingMonth month) {
        LocalDate begin = month.month().atDay(1);
        Term term = at(begin);
        return term.end().isAfter(month.month().atEndOfMonth())
                ? List.of(term)
                : List.of(term, term(term.number() + 1));
    }

    private Term at(LocalDate day) {
        long number = Math.floorDiv((long) day.getYear() - first.getYear(), offer.termYears());
        Term term = term(number);
        return term.start().isAfter(day) ? term(number - 1) : term;
    }

    private Term term(long number) {
        return new Term(number, first.plusYears(number * offer.termYears()),
                first.plusYears((number + 1) * offer.termYears()));
    }

    public boolean isReservation() {
        return offer.category() == CommitmentCategory.USAGE;
    }

    /** Rows of its own in a month. @param unused whether anything is left unused */
    long rows(BillingMonth month, Granularity granularity, boolean unused) {
        long rows = unused ? unusedRows(month, granularity) : 0;
        List<Term> terms = terms(month);
        rows += switch (offer.fee()) {
            case ONE_TIME -> 0;
            case MONTHLY -> terms.size();
            case HOURLY -> granularity.periods(month);
        };
        for (Term term : terms) {
            rows += offer.isUpfront() && term.beginsIn(month) ? 1 : 0;
        }
        return rows * parts;
    }

    private static long unusedRows(BillingMonth month, Granularity granularity) {
        return switch (granularity) {
            case HOURLY -> (long) month.hours() / BusyHours.DAY * BusyHours.QUIET;
            case DAILY, MONTHLY -> granularity.periods(month);
        };
    }
}
