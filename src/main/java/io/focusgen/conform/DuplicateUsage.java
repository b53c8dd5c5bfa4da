package io.focusgen.conform;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.focusgen.focus.FocusColumn;

/** Nothing is metered twice. One bit per row, in a set per resource, price and description. */
final class DuplicateUsage implements SetCheck {

    static final SetRule ONCE = new SetRule("FG-USAGE-ONCE",
            "No two usage rows share account, ResourceId, SkuPriceId, charge period, CommitmentDiscountId and "
                    + "ChargeDescription, except corrections.",
            "a charge that stands twice is billed twice",
            EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY,
                    FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_DESCRIPTION, FocusColumn.CHARGE_PERIOD_END,
                    FocusColumn.CHARGE_PERIOD_START, FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.RESOURCE_ID,
                    FocusColumn.SKU_PRICE_ID, FocusColumn.SUB_ACCOUNT_ID));

    private final Map<Meter, BitSet> metered = new HashMap<>();

    /** What is metered in a billing period, by {@link Row#id}, and the length of its charge periods in seconds. */
    private record Meter(int provider, int account, int subAccount, int resource, int price, int commitment,
            int description, int billingPeriod, long length) {
    }

    @Override
    public List<SetRule> rules() {
        return List.of(ONCE);
    }

    @Override
    public void row(Row row, Findings findings) {
        Period period = PeriodRules.chargePeriod(row);
        long billingStart = row.moment(FocusColumn.BILLING_PERIOD_START);
        if (!row.isUsage() || row.isCorrection() || !period.isKnown() || billingStart == UtcTime.NONE) {
            return;
        }
        long hour = Math.floorDiv(period.start() - billingStart, UtcTime.HOUR);
        if (hour < 0 || hour >= UtcTime.HOURS_OF_LONGEST_MONTH || !UtcTime.isFullHour(period.start())) {
            return;
        }
        Meter meter = new Meter(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID),
                row.id(FocusColumn.SUB_ACCOUNT_ID), row.id(FocusColumn.RESOURCE_ID), row.id(FocusColumn.SKU_PRICE_ID),
                row.id(FocusColumn.COMMITMENT_DISCOUNT_ID), row.id(FocusColumn.CHARGE_DESCRIPTION),
                row.id(FocusColumn.BILLING_PERIOD_START), period.seconds());
        BitSet hours = metered.computeIfAbsent(meter, first -> new BitSet());
        if (hours.get((int) hour)) {
            findings.add(ONCE, row.number(), () -> "again " + row.show(EnumSet.of(FocusColumn.RESOURCE_ID,
                    FocusColumn.SKU_PRICE_ID, FocusColumn.CHARGE_DESCRIPTION)) + " in " + period);
        }
        hours.set((int) hour);
    }
}
