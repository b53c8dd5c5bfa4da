package io.focusgen.plan;

import io.focusgen.estate.Company;
import io.focusgen.estate.Draw;
import io.focusgen.estate.Salt;
import io.focusgen.focus.BillingMonth;

/**
 * An amount of credit that a company has from a provider and uses up month by month; then it is gone and the next begins.
 *
 * @param number 0 for the company's first
 * @param place of the month in it, from 0
 * @param months that it lasts
 */
record CreditPool(int number, int place, int months) {

    /** When the first pool of every company begins: months since year 0, before any month that can be asked for. */
    private static final long FIRST = 2014 * 12L;

    /** What of the average its first month has. */
    static final double MOST_PART = 1.25;

    private static final int FEWEST_MONTHS = 6;
    private static final int MORE_MONTHS = 13;

    /** The one that a month's credits are from. */
    static CreditPool of(Company company, BillingMonth month) {
        Draw lengths = company.draw().of(Salt.CREDIT_POOL);
        long first = FIRST;
        for (int number = 0;; number++) {
            int months = FEWEST_MONTHS + lengths.below(MORE_MONTHS, number);
            if (month.ordinal() < first + months) {
                return new CreditPool(number, (int) (month.ordinal() - first), months);
            }
            first += months;
        }
    }

    /**
     * What of it the month has, in coins: less from month to month, and all of it in all of them.
     *
     * @param average coins a month
     */
    long coins(long average) {
        return upTo(average, place + 1L) - upTo(average, place);
    }

    /** Parts that fall from five quarters of the average to three. */
    private long upTo(long average, long count) {
        double share = count * (MOST_PART - 0.25 * count / months);
        return count == months ? average * months : (long) (average * share);
    }
}
