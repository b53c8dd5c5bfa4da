package io.focusgen.pricelist;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.focus.BillingMonth;
import io.focusgen.spec.BillSpec;

/**
 * Billing periods in which prices stay the same.
 *
 * @param first the first of them
 * @param end the one after the last
 */
record Period(BillingMonth first, BillingMonth end) {

    /** Of a bill in dollars there is one; in another currency every month has its own rate. */
    static List<Period> of(BillSpec bill) {
        BillingMonth first = bill.dataset().firstMonth();
        int months = bill.dataset().months();
        if (bill.currency().isUsd()) {
            return List.of(new Period(first, first.plus(months)));
        }
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            periods.add(new Period(first.plus(i), first.plus(i + 1)));
        }
        return periods;
    }
}
