package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.PricingCategory;

/** What the single rows of a commitment discount look like: its purchase, its use, what was left unused. */
final class CommitmentRules {

    static final List<RowRule> ALL = List.of(
            new RowRule("PricingCategory-C-008-C", "The purchase of a commitment is Standard.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.PRICING_CATEGORY),
                    row -> !isPurchase(row) || row.lacks(FocusColumn.PRICING_CATEGORY)
                            || row.is(FocusColumn.PRICING_CATEGORY, PricingCategory.STANDARD.label())),
            new RowRule("DiscountHandling-A-012-C",
                    "The purchase of a commitment has the commitment's id as ResourceId.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.RESOURCE_ID),
                    row -> !isPurchase(row) || row.same(FocusColumn.RESOURCE_ID, FocusColumn.COMMITMENT_DISCOUNT_ID)),
            new RowRule("FG-PURCHASE-WITHOUT-STATUS",
                    "The purchase of a commitment has no CommitmentDiscountStatus.",
                    "FOCUS 1.2, examples of commitment discounts",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.COMMITMENT_DISCOUNT_STATUS),
                    row -> !isPurchase(row) || row.lacks(FocusColumn.COMMITMENT_DISCOUNT_STATUS)),
            new RowRule("DiscountHandling-A-016-C",
                    "Usage covered by a commitment has the ResourceId of the resource, not of the commitment.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.RESOURCE_ID),
                    row -> !isUsage(row, CommitmentStatus.USED)
                            || !row.same(FocusColumn.RESOURCE_ID, FocusColumn.COMMITMENT_DISCOUNT_ID)),
            new RowRule("DiscountHandling-A-019-C",
                    "The unused part of a commitment has the commitment's id as ResourceId.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.RESOURCE_ID),
                    row -> !isUsage(row, CommitmentStatus.UNUSED)
                            || row.same(FocusColumn.RESOURCE_ID, FocusColumn.COMMITMENT_DISCOUNT_ID)),
            new RowRule("CommitmentDiscountQuantity-C-015-C",
                    "An unused part is what remains: its CommitmentDiscountQuantity is above 0.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY,
                            FocusColumn.COMMITMENT_DISCOUNT_STATUS),
                    row -> {
                        Decimal quantity = row.decimal(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY);
                        return !isUsage(row, CommitmentStatus.UNUSED) || row.isCorrection() || quantity == null
                                || quantity.signum() > 0;
                    }),
            new RowRule("FG-COMMITMENT-HOURS",
                    "On rows of a Usage commitment in the CommitmentDiscountUnit, CommitmentDiscountQuantity is "
                            + "PricingQuantity.",
                    "FOCUS 1.2, examples of commitment discounts",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.CHARGE_FREQUENCY, FocusColumn.COMMITMENT_DISCOUNT_CATEGORY,
                            FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, FocusColumn.COMMITMENT_DISCOUNT_UNIT,
                            FocusColumn.PRICING_QUANTITY, FocusColumn.PRICING_UNIT),
                    row -> !isOf(row, CommitmentCategory.USAGE)
                            || !row.same(FocusColumn.COMMITMENT_DISCOUNT_UNIT, FocusColumn.PRICING_UNIT)
                            || (row.isPurchase() && !PeriodRules.isRecurring(row))
                            || equal(row.decimal(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY),
                                    row.decimal(FocusColumn.PRICING_QUANTITY))),
            new RowRule("FG-COMMITMENT-SPEND",
                    "Usage under a Spend commitment costs what it takes of it: CommitmentDiscountQuantity is the "
                            + "effective cost in the currency of its unit; in another currency than the bill's within a "
                            + "tenth, since what was paid at once keeps the rate of its day.",
                    "FOCUS 1.2, examples of commitment discounts",
                    EnumSet.of(FocusColumn.BILLING_CURRENCY, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY,
                            FocusColumn.COMMITMENT_DISCOUNT_UNIT, FocusColumn.EFFECTIVE_COST,
                            FocusColumn.PRICING_CURRENCY, FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST),
                    CommitmentRules::costsWhatItTakes));

    /** Decimals of a cost that was converted. */
    private static final int CONVERTED_DECIMALS = 10;

    private CommitmentRules() {
    }

    private static boolean isOf(Row row, CommitmentCategory category) {
        return row.isPriced() && row.is(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, category.label());
    }

    private static boolean costsWhatItTakes(Row row) {
        Decimal quantity = row.decimal(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY);
        if (!isOf(row, CommitmentCategory.SPEND) || !row.isUsage() || quantity == null) {
            return true;
        }
        if (row.same(FocusColumn.COMMITMENT_DISCOUNT_UNIT, FocusColumn.BILLING_CURRENCY)) {
            return equal(quantity, row.decimal(FocusColumn.EFFECTIVE_COST));
        }
        Decimal cost = row.decimal(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST);
        return !row.same(FocusColumn.COMMITMENT_DISCOUNT_UNIT, FocusColumn.PRICING_CURRENCY) || cost == null
                || cost.equals(quantity.rounded(CONVERTED_DECIMALS)) || isNear(quantity, cost);
    }

    private static boolean isNear(Decimal quantity, Decimal cost) {
        BigDecimal off = quantity.toBigDecimal().subtract(cost.toBigDecimal()).abs();
        return off.compareTo(quantity.toBigDecimal().movePointLeft(1)) <= 0;
    }

    /** True also where one of them is missing. */
    private static boolean equal(@Nullable Decimal a, @Nullable Decimal b) {
        return a == null || b == null || a.equals(b);
    }

    static boolean isPurchase(Row row) {
        return row.isPurchase() && row.isCommitment();
    }

    static boolean isUsage(Row row, CommitmentStatus status) {
        return row.isUsage() && row.isCommitment() && row.isStatus(status);
    }
}
