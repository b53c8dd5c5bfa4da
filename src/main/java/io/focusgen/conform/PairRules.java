package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;

import io.focusgen.focus.FocusColumn;

/** Columns that follow another one: null where it is null, set where it is set. */
final class PairRules {

    static final List<RowRule> ALL = List.of(
            nullWithout("PricingUnit-C-005-C", FocusColumn.PRICING_UNIT, FocusColumn.PRICING_QUANTITY),
            setWith("PricingUnit-C-006-C", FocusColumn.PRICING_UNIT, FocusColumn.PRICING_QUANTITY),
            nullWithout("ConsumedUnit-C-005-C", FocusColumn.CONSUMED_UNIT, FocusColumn.CONSUMED_QUANTITY),
            setWith("ConsumedUnit-C-006-C", FocusColumn.CONSUMED_UNIT, FocusColumn.CONSUMED_QUANTITY),
            nullWithout("CommitmentDiscountUnit-C-005-C", FocusColumn.COMMITMENT_DISCOUNT_UNIT,
                    FocusColumn.COMMITMENT_DISCOUNT_QUANTITY),
            setWith("CommitmentDiscountUnit-C-006-C", FocusColumn.COMMITMENT_DISCOUNT_UNIT,
                    FocusColumn.COMMITMENT_DISCOUNT_QUANTITY),
            nullWithout("SkuMeter-C-004-C", FocusColumn.SKU_METER, FocusColumn.SKU_ID),
            setWith("SkuMeter-C-005-C", FocusColumn.SKU_METER, FocusColumn.SKU_ID),
            nullWithout("SkuPriceDetails-C-004-C", FocusColumn.SKU_PRICE_DETAILS, FocusColumn.SKU_PRICE_ID),
            nullWithout("SubAccountName-C-004-C", FocusColumn.SUB_ACCOUNT_NAME, FocusColumn.SUB_ACCOUNT_ID),
            setWith("SubAccountName-C-005-C", FocusColumn.SUB_ACCOUNT_NAME, FocusColumn.SUB_ACCOUNT_ID),
            nullWithout("SubAccountType-C-004-C", FocusColumn.SUB_ACCOUNT_TYPE, FocusColumn.SUB_ACCOUNT_ID),
            setWith("SubAccountType-C-005-C", FocusColumn.SUB_ACCOUNT_TYPE, FocusColumn.SUB_ACCOUNT_ID),
            nullWithout("RegionName-C-004-C", FocusColumn.REGION_NAME, FocusColumn.REGION_ID),
            setWith("RegionName-C-005-C", FocusColumn.REGION_NAME, FocusColumn.REGION_ID),
            nullWithout("ResourceName-C-004-C", FocusColumn.RESOURCE_NAME, FocusColumn.RESOURCE_ID),
            nullWithout("ResourceType-C-004-C", FocusColumn.RESOURCE_TYPE, FocusColumn.RESOURCE_ID),
            setWith("ResourceType-C-005-C", FocusColumn.RESOURCE_TYPE, FocusColumn.RESOURCE_ID),
            nullWithout("CommitmentDiscountCategory-C-003-C", FocusColumn.COMMITMENT_DISCOUNT_CATEGORY,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            setWith("CommitmentDiscountCategory-C-004-C", FocusColumn.COMMITMENT_DISCOUNT_CATEGORY,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            nullWithout("CommitmentDiscountType-C-004-C", FocusColumn.COMMITMENT_DISCOUNT_TYPE,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            setWith("CommitmentDiscountType-C-005-C", FocusColumn.COMMITMENT_DISCOUNT_TYPE,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            nullWithout("CommitmentDiscountName-C-004-C", FocusColumn.COMMITMENT_DISCOUNT_NAME,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            setWith("CommitmentDiscountName-C-006-C", FocusColumn.COMMITMENT_DISCOUNT_NAME,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            nullWithout("CommitmentDiscountStatus-C-003-C", FocusColumn.COMMITMENT_DISCOUNT_STATUS,
                    FocusColumn.COMMITMENT_DISCOUNT_ID),
            nullWithout("CapacityReservationStatus-C-003-C", FocusColumn.CAPACITY_RESERVATION_STATUS,
                    FocusColumn.CAPACITY_RESERVATION_ID),
            new RowRule("FG-ZONE-IN-REGION", "A zone stands in a region: AvailabilityZone is null without a RegionId.",
                    "meaning of an availability zone",
                    EnumSet.of(FocusColumn.AVAILABILITY_ZONE, FocusColumn.REGION_ID),
                    row -> row.lacks(FocusColumn.AVAILABILITY_ZONE) || row.has(FocusColumn.REGION_ID)));

    private PairRules() {
    }

    private static RowRule nullWithout(String id, FocusColumn column, FocusColumn other) {
        return new RowRule(id, column.id() + " is null where " + other.id() + " is null.",
                EnumSet.of(column, other), row -> row.has(other) || row.lacks(column));
    }

    private static RowRule setWith(String id, FocusColumn column, FocusColumn other) {
        return new RowRule(id, column.id() + " is set where " + other.id() + " is set.",
                EnumSet.of(column, other), row -> row.lacks(other) || row.has(column));
    }
}
