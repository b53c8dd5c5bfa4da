package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;

/** Which cells must be set and which must be null: never null, and by charge category. */
final class NullRules {

    static final List<RowRule> ALL = List.of(
            neverNull("BilledCost-C-003-M", FocusColumn.BILLED_COST),
            neverNull("BillingAccountId-C-001-M", FocusColumn.BILLING_ACCOUNT_ID),
            neverNull("BillingAccountName-C-003-C", FocusColumn.BILLING_ACCOUNT_NAME),
            neverNull("BillingAccountType-C-005-C", FocusColumn.BILLING_ACCOUNT_TYPE),
            neverNull("BillingCurrency-C-004-M", FocusColumn.BILLING_CURRENCY),
            neverNull("BillingPeriodEnd-C-003-M", FocusColumn.BILLING_PERIOD_END),
            neverNull("BillingPeriodStart-C-003-M", FocusColumn.BILLING_PERIOD_START),
            neverNull("ChargeCategory-C-002-M", FocusColumn.CHARGE_CATEGORY),
            neverNull("ChargeDescription-C-003-O", FocusColumn.CHARGE_DESCRIPTION),
            neverNull("ChargeFrequency-C-002-M", FocusColumn.CHARGE_FREQUENCY),
            neverNull("ChargePeriodEnd-C-003-M", FocusColumn.CHARGE_PERIOD_END),
            neverNull("ChargePeriodStart-C-003-M", FocusColumn.CHARGE_PERIOD_START),
            neverNull("ContractedCost-C-003-M", FocusColumn.CONTRACTED_COST),
            neverNull("EffectiveCost-C-003-M", FocusColumn.EFFECTIVE_COST),
            neverNull("InvoiceIssuerName-C-003-M", FocusColumn.INVOICE_ISSUER_NAME),
            neverNull("ListCost-C-003-M", FocusColumn.LIST_COST),
            neverNull("PricingCurrency-C-004-M", FocusColumn.PRICING_CURRENCY),
            neverNull("PricingCurrencyEffectiveCost-C-003-M", FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST),
            neverNull("ProviderName-C-003-M", FocusColumn.PROVIDER_NAME),
            neverNull("PublisherName-C-003-M", FocusColumn.PUBLISHER_NAME),
            neverNull("ServiceCategory-C-002-M", FocusColumn.SERVICE_CATEGORY),
            neverNull("ServiceName-C-003-M", FocusColumn.SERVICE_NAME),
            neverNull("ServiceSubcategory-C-002-M", FocusColumn.SERVICE_SUBCATEGORY),

            nullOnTax("ContractedUnitPrice-C-005-C", FocusColumn.CONTRACTED_UNIT_PRICE),
            setWherePriced("ContractedUnitPrice-C-006-C", FocusColumn.CONTRACTED_UNIT_PRICE),
            nullOnTax("ListUnitPrice-C-004-C", FocusColumn.LIST_UNIT_PRICE),
            setWherePriced("ListUnitPrice-C-005-C", FocusColumn.LIST_UNIT_PRICE),
            nullOnTax("PricingCategory-C-003-C", FocusColumn.PRICING_CATEGORY),
            setWherePriced("PricingCategory-C-004-C", FocusColumn.PRICING_CATEGORY),
            nullOnTax("PricingCurrencyContractedUnitPrice-C-004-C", FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE),
            setWherePriced("PricingCurrencyContractedUnitPrice-C-005-C",
                    FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE),
            nullOnTax("PricingCurrencyListUnitPrice-C-004-C", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE),
            setWherePriced("PricingCurrencyListUnitPrice-C-005-C", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE),
            nullOnTax("PricingQuantity-C-004-C", FocusColumn.PRICING_QUANTITY),
            setWherePriced("PricingQuantity-C-005-C", FocusColumn.PRICING_QUANTITY),
            nullOnTax("SkuId-C-004-C", FocusColumn.SKU_ID),
            setWherePriced("SkuId-C-005-C", FocusColumn.SKU_ID),
            nullOnTax("SkuPriceId-C-004-C", FocusColumn.SKU_PRICE_ID),
            setWherePriced("SkuPriceId-C-005-C", FocusColumn.SKU_PRICE_ID),

            rule("ConsumedQuantity-C-004-C", "ConsumedQuantity is null except on usage, and on unused commitments.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_STATUS,
                            FocusColumn.CONSUMED_QUANTITY),
                    row -> row.lacks(FocusColumn.CONSUMED_QUANTITY)
                            || (row.isUsage() && !row.isStatus(CommitmentStatus.UNUSED))),
            rule("ConsumedQuantity-C-006-C",
                    "ConsumedQuantity is set on usage that is neither an unused commitment nor a correction.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.CONSUMED_QUANTITY),
                    row -> !row.isUsage() || row.isCorrection() || row.isStatus(CommitmentStatus.UNUSED)
                            || row.has(FocusColumn.CONSUMED_QUANTITY)),
            rule("CommitmentDiscountQuantity-C-005-C",
                    "CommitmentDiscountQuantity is set on usage and purchases of a commitment except corrections.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY),
                    row -> !row.isPriced() || !row.isCommitment()
                            || row.has(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY)),
            rule("CommitmentDiscountQuantity-C-007-C",
                    "CommitmentDiscountQuantity is null except on usage and purchases of a commitment.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.COMMITMENT_DISCOUNT_QUANTITY),
                    row -> row.lacks(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY)
                            || ((row.isUsage() || row.isPurchase()) && row.isCommitment())),
            rule("CommitmentDiscountStatus-C-004-C", "CommitmentDiscountStatus is set on usage under a commitment.",
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
                            FocusColumn.COMMITMENT_DISCOUNT_STATUS),
                    row -> !row.isUsage() || !row.isCommitment() || row.has(FocusColumn.COMMITMENT_DISCOUNT_STATUS)),
            rule("CapacityReservationStatus-C-004-C",
                    "CapacityReservationStatus is set on usage of a capacity reservation.",
                    EnumSet.of(FocusColumn.CAPACITY_RESERVATION_ID, FocusColumn.CAPACITY_RESERVATION_STATUS,
                            FocusColumn.CHARGE_CATEGORY),
                    row -> !row.isUsage() || row.lacks(FocusColumn.CAPACITY_RESERVATION_ID)
                            || row.has(FocusColumn.CAPACITY_RESERVATION_STATUS)));

    private NullRules() {
    }

    private static RowRule neverNull(String id, FocusColumn column) {
        return new RowRule(id, column.id() + " is never null.", EnumSet.of(column), row -> row.has(column));
    }

    private static RowRule nullOnTax(String id, FocusColumn column) {
        return rule(id, column.id() + " is null on Tax.", EnumSet.of(FocusColumn.CHARGE_CATEGORY, column),
                row -> !row.isTax() || row.lacks(column));
    }

    private static RowRule setWherePriced(String id, FocusColumn column) {
        return rule(id, column.id() + " is set on Usage and Purchase except corrections.",
                EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, column),
                row -> !row.isPriced() || row.has(column));
    }

    private static RowRule rule(String id, String sentence, EnumSet<FocusColumn> columns, Predicate<Row> holds) {
        return new RowRule(id, sentence, columns, holds);
    }
}
