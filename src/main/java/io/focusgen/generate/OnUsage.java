package io.focusgen.generate;

import io.focusgen.catalog.Service;
import io.focusgen.estate.SubAccount;

/** A charge that is about another: it has the service, the account and the tags of the usage that it is for. */
abstract class OnUsage extends Charge {

    private final UsageCharge usage;

    OnUsage(UsageCharge usage, Spread quantity, Rates rates, boolean wholeMonth) {
        super(quantity, rates, wholeMonth);
        this.usage = usage;
    }

    /** A charge of one row with a charge period of its own. */
    OnUsage(UsageCharge usage, Spread quantity, Rates rates, ChargePeriod period) {
        super(quantity, rates, period);
        this.usage = usage;
    }

    final UsageCharge usage() {
        return usage;
    }

    @Override
    public final Service service() {
        return usage.service();
    }

    @Override
    public final SubAccount account() {
        return usage.account();
    }

    @Override
    public boolean tagged() {
        return usage.tagged();
    }
}
