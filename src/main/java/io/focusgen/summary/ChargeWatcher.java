package io.focusgen.summary;

import io.focusgen.focus.BillingMonth;
import io.focusgen.generate.Charge;
import io.focusgen.plan.Plan;

/** Who wants to see every charge that a summary adds up, bill after bill and month after month. */
@FunctionalInterface
public interface ChargeWatcher {

    void charge(Plan plan, BillingMonth month, Charge charge);
}
