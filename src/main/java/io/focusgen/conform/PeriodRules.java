package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.focusgen.focus.ChargeFrequency;
import io.focusgen.focus.FocusColumn;

/** Billing periods and charge periods: start inclusive, end exclusive. */
final class PeriodRules {

    private static final Set<FocusColumn> BILLING = EnumSet.of(FocusColumn.BILLING_PERIOD_START,
            FocusColumn.BILLING_PERIOD_END);
    private static final Set<FocusColumn> CHARGE = EnumSet.of(FocusColumn.CHARGE_PERIOD_START,
            FocusColumn.CHARGE_PERIOD_END);

    static final List<RowRule> ALL = List.of(
            new RowRule("BillingPeriodEnd-C-004-M", "A billing period starts before it ends.", BILLING,
                    row -> billingPeriod(row).isOrderedOrUnknown()),
            new RowRule("ChargePeriodEnd-C-004-M", "A charge period starts before it ends.", CHARGE,
                    row -> chargePeriod(row).isOrderedOrUnknown()),
            new RowRule("FG-BILLING-MONTH", "A billing period is a calendar month in UTC.",
                    "invoices of the large providers", BILLING,
                    row -> !billingPeriod(row).isKnown() || billingPeriod(row).isMonth()),
            new RowRule("FG-CHARGE-GRAIN",
                    "A charge period is an hour or whole days in UTC; a one-time charge's any number of hours.",
                    "granularities of the large providers' exports",
                    union(CHARGE, EnumSet.of(FocusColumn.CHARGE_FREQUENCY)), PeriodRules::isWholeGrain),
            new RowRule("FG-USAGE-IN-BILLING-PERIOD",
                    "The charge period of usage lies in its billing period, except on corrections.",
                    "FOCUS 1.2, billing and charge periods",
                    union(BILLING, CHARGE, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS)),
                    row -> !row.isUsage() || row.isCorrection() || isInBillingPeriod(row)),
            new RowRule("FG-RECURRING-IN-BILLING-PERIOD",
                    "The charge period of a recurring purchase lies in its billing period, except on corrections.",
                    "FOCUS 1.2, billing and charge periods",
                    union(BILLING, CHARGE, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.CHARGE_FREQUENCY)),
                    row -> !row.isPurchase() || row.isCorrection() || !isRecurring(row) || isInBillingPeriod(row)),
            new RowRule("ChargeClass-C-003-C",
                    "A correction corrects an earlier billing period: its charge period starts before its own.",
                    union(BILLING, CHARGE, EnumSet.of(FocusColumn.CHARGE_CLASS)),
                    row -> !row.isCorrection() || !chargePeriod(row).isKnown() || !billingPeriod(row).isKnown()
                            || chargePeriod(row).start() < billingPeriod(row).start()));

    private PeriodRules() {
    }

    static Period billingPeriod(Row row) {
        return new Period(row.moment(FocusColumn.BILLING_PERIOD_START), row.moment(FocusColumn.BILLING_PERIOD_END));
    }

    static Period chargePeriod(Row row) {
        return new Period(row.moment(FocusColumn.CHARGE_PERIOD_START), row.moment(FocusColumn.CHARGE_PERIOD_END));
    }

    static boolean isRecurring(Row row) {
        return row.is(FocusColumn.CHARGE_FREQUENCY, ChargeFrequency.RECURRING.label());
    }

    private static boolean isInBillingPeriod(Row row) {
        Period charge = chargePeriod(row);
        Period billing = billingPeriod(row);
        return !charge.isKnown() || !billing.isKnown() || billing.contains(charge);
    }

    private static boolean isWholeGrain(Row row) {
        Period charge = chargePeriod(row);
        if (!charge.isKnown() || charge.seconds() <= 0) {
            return true;
        }
        if (!UtcTime.isFullHour(charge.start()) || !UtcTime.isFullHour(charge.end())) {
            return false;
        }
        return charge.seconds() == UtcTime.HOUR
                || (UtcTime.isMidnight(charge.start()) && UtcTime.isMidnight(charge.end()))
                || row.is(FocusColumn.CHARGE_FREQUENCY, ChargeFrequency.ONE_TIME.label());
    }

    @SafeVarargs
    private static Set<FocusColumn> union(Set<FocusColumn>... sets) {
        Set<FocusColumn> union = EnumSet.noneOf(FocusColumn.class);
        for (Set<FocusColumn> set : sets) {
            union.addAll(set);
        }
        return union;
    }
}
