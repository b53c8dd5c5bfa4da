package io.focusgen.plan;

import io.focusgen.estate.Draw;
import io.focusgen.estate.Salt;
import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.BillSpec;

/** The factor of a trend in a month of a provider's bills, whatever else is asked for. */
final class MonthFactor {

    /** Of the last month that can be asked for. */
    private static final int LAST_YEAR = 2100;

    private MonthFactor() {
    }

    static double of(BillSpec bill, BillingMonth month) {
        return bill.trend().factor(month, new Draw(bill.seed()).of(Salt.SEASON).unit(month.ordinal()));
    }

    /** The least of all months of a request, at most 1. */
    static double least(BillSpec bill) {
        double least = 1;
        for (int i = 0; i < bill.dataset().months(); i++) {
            least = Math.min(least, of(bill, bill.dataset().firstMonth().plus(i)));
        }
        return least;
    }

    /** The most of all months of a request, at least 1. */
    static double most(BillSpec bill) {
        double most = 1;
        for (int i = 0; i < bill.dataset().months(); i++) {
            most = Math.max(most, of(bill, bill.dataset().firstMonth().plus(i)));
        }
        return most;
    }

    /** Whether any month there is spends less than the start, whatever the window. */
    static boolean falls(BillSpec bill) {
        BillingMonth start = bill.trend().start();
        if (start == null) {
            return false;
        }
        for (BillingMonth month = start; month.month().getYear() <= LAST_YEAR; month = month.plus(1)) {
            if (of(bill, month) < 1) {
                return true;
            }
        }
        return false;
    }
}
