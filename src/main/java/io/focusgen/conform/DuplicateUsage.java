package io.focusgen.conform;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/** Nothing is metered twice. A bit for each hour, in a set per resource, price and description. */
final class DuplicateUsage implements SetCheck {

    static final SetRule ONCE = new SetRule("FG-USAGE-ONCE",
            "No two usage rows share account, ResourceId, SkuPriceId, charge period, CommitmentDiscountId and "
                    + "ChargeDescription, except corrections.",
            "a charge that stands twice is billed twice",
            EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY,
                    FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_DESCRIPTION, FocusColumn.CHARGE_PERIOD_END,
                    FocusColumn.CHARGE_PERIOD_START, FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.RESOURCE_ID,
                    FocusColumn.SKU_PRICE_ID, FocusColumn.SUB_ACCOUNT_ID));

    /** What a meter takes in memory, with its key, and what its set takes from the second hour on. */
    private static final int METER = 80;
    private static final int SET = 160;

    private final Memory memory;
    private final MonthMemory<Meter, Hours> metered;

    /** What is metered in a billing period, by {@link Row#id}, and the length of its charge periods in seconds. */
    private record Meter(int account, int subAccount, int resource, int price, int commitment, int description,
            long length) {
    }

    private static final class Hours {
        int first = -1;
        @Nullable
        BitSet more;
    }

    DuplicateUsage(Memory memory) {
        this.memory = memory;
        metered = new MonthMemory<>(memory, List.of(ONCE), (hours, findings) -> {
        });
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
        if (row.isForgotten(FocusColumn.RESOURCE_ID) || row.isForgotten(FocusColumn.CHARGE_DESCRIPTION)) {
            memory.missed(List.of(ONCE));
            return;
        }
        Meter meter = new Meter(row.id(FocusColumn.BILLING_ACCOUNT_ID),
                row.id(FocusColumn.SUB_ACCOUNT_ID), row.id(FocusColumn.RESOURCE_ID), row.id(FocusColumn.SKU_PRICE_ID),
                row.id(FocusColumn.COMMITMENT_DISCOUNT_ID), row.id(FocusColumn.CHARGE_DESCRIPTION), period.seconds());
        Hours hours = metered.get(row, meter, METER, Hours::new, findings);
        if (hours != null && !isNew(hours, (int) hour, row, findings)) {
            findings.add(ONCE, row.number(), () -> "again " + row.show(EnumSet.of(FocusColumn.RESOURCE_ID,
                    FocusColumn.SKU_PRICE_ID, FocusColumn.CHARGE_DESCRIPTION)) + " in " + period);
        }
    }

    private boolean isNew(Hours hours, int hour, Row row, Findings findings) {
        if (hours.first < 0 || hours.first == hour) {
            boolean isNew = hours.first < 0;
            hours.first = hour;
            return isNew;
        }
        BitSet more = hours.more;
        if (more == null) {
            if (!metered.grow(row, SET, findings)) {
                return true;
            }
            more = new BitSet();
            hours.more = more;
        }
        boolean isNew = !more.get(hour);
        more.set(hour);
        return isNew;
    }
}
