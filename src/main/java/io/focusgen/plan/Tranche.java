package io.focusgen.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.catalog.CommitmentOffer;
import io.focusgen.estate.SubAccount;
import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.Granularity;

/**
 * A part of what a company commits to, bought by one account and bought anew whenever it expires or some days later, from
 * long before the first month that can be asked for.
 *
 * @param number of all tranches of the company, from 0
 * @param offer what is bought
 * @param buyer whose purchase it is
 * @param renewals when its terms begin and end
 * @param parts commitments that it consists of: cores and memory are committed to apart
 */
public record Tranche(int number, CommitmentOffer offer, SubAccount buyer, Renewals renewals, int parts) {

    /** The terms that a month is in: one, two where one expires and another begins within it, or none. */
    public List<Term> terms(BillingMonth month) {
        return renewals.in(month);
    }

    /** The part of a month that no term is in; null where every hour is in one. There is never more than one. */
    public @Nullable Lapse lapse(BillingMonth month) {
        if (!renewals.lapse()) {
            return null;
        }
        List<Term> terms = terms(month);
        int from = 0;
        for (Term term : terms) {
            if (term.from(month) > from) {
                return new Lapse(from, term.from(month));
            }
            from = term.to(month);
        }
        return from < month.hours() ? new Lapse(from, month.hours()) : null;
    }

    public boolean isReservation() {
        return offer.category() == CommitmentCategory.USAGE;
    }

    /** Rows of its own in a month. @param unused whether anything is left unused */
    long rows(BillingMonth month, Granularity granularity, boolean unused) {
        Lapse lapse = lapse(month);
        int hours = month.hours() - (lapse == null ? 0 : lapse.to() - lapse.from());
        long rows = unused ? unusedRows(month, hours, granularity) : 0;
        List<Term> terms = terms(month);
        rows += switch (offer.fee()) {
            case ONE_TIME -> 0;
            case MONTHLY -> terms.size();
            case HOURLY -> periods(month, hours, granularity);
        };
        for (Term term : terms) {
            rows += offer.isUpfront() && term.beginsIn(month) ? 1 : 0;
        }
        return rows * parts;
    }

    /** Charge periods of so many hours of a month, which are whole days or all of it. */
    private static long periods(BillingMonth month, int hours, Granularity granularity) {
        return (long) granularity.periods(month) * hours / month.hours();
    }

    private static long unusedRows(BillingMonth month, int hours, Granularity granularity) {
        return switch (granularity) {
            case HOURLY -> (long) hours / BusyHours.DAY * BusyHours.QUIET;
            case DAILY, MONTHLY -> periods(month, hours, granularity);
        };
    }
}
