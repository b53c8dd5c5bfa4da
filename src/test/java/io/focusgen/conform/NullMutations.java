package io.focusgen.conform;

import java.util.List;

import io.focusgen.focus.FocusColumn;

/** Clears cells that must be set and sets cells that must be null. */
final class NullMutations {

    static final List<Mutation> ALL = List.of(
            clear("BilledCost-C-003-M", "correction", FocusColumn.BILLED_COST),
            clear("BillingAccountId-C-001-M", "credit", FocusColumn.BILLING_ACCOUNT_ID),
            clear("BillingAccountName-C-003-C", "credit", FocusColumn.BILLING_ACCOUNT_NAME),
            clear("BillingAccountType-C-005-C", "credit", FocusColumn.BILLING_ACCOUNT_TYPE),
            clear("BillingCurrency-C-004-M", "credit", FocusColumn.BILLING_CURRENCY),
            clear("BillingPeriodEnd-C-003-M", "credit", FocusColumn.BILLING_PERIOD_END),
            clear("BillingPeriodStart-C-003-M", "credit", FocusColumn.BILLING_PERIOD_START),
            clear("ChargeCategory-C-002-M", "credit", FocusColumn.CHARGE_CATEGORY),
            clear("ChargeDescription-C-003-O", "credit", FocusColumn.CHARGE_DESCRIPTION),
            clear("ChargeFrequency-C-002-M", "credit", FocusColumn.CHARGE_FREQUENCY),
            clear("ChargePeriodEnd-C-003-M", "credit", FocusColumn.CHARGE_PERIOD_END),
            clear("ChargePeriodStart-C-003-M", "credit", FocusColumn.CHARGE_PERIOD_START),
            clear("ContractedCost-C-003-M", "correction", FocusColumn.CONTRACTED_COST),
            clear("EffectiveCost-C-003-M", "correction", FocusColumn.EFFECTIVE_COST),
            clear("InvoiceIssuerName-C-003-M", "credit", FocusColumn.INVOICE_ISSUER_NAME),
            clear("ListCost-C-003-M", "correction", FocusColumn.LIST_COST),
            clear("PricingCurrency-C-004-M", "credit", FocusColumn.PRICING_CURRENCY),
            clear("PricingCurrencyEffectiveCost-C-003-M", "credit", FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST),
            clear("ProviderName-C-003-M", "credit", FocusColumn.PROVIDER_NAME),
            clear("PublisherName-C-003-M", "credit", FocusColumn.PUBLISHER_NAME),
            clear("ServiceCategory-C-002-M", "credit", FocusColumn.SERVICE_CATEGORY),
            clear("ServiceName-C-003-M", "credit", FocusColumn.SERVICE_NAME),
            clear("ServiceSubcategory-C-002-M", "credit", FocusColumn.SERVICE_SUBCATEGORY),

            onTax("ContractedUnitPrice-C-005-C", FocusColumn.CONTRACTED_UNIT_PRICE, "1.0"),
            onTax("ListUnitPrice-C-004-C", FocusColumn.LIST_UNIT_PRICE, "1.0"),
            onTax("PricingCategory-C-003-C", FocusColumn.PRICING_CATEGORY, "Standard"),
            onTax("PricingCurrencyContractedUnitPrice-C-004-C", FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE,
                    "1.0"),
            onTax("PricingCurrencyListUnitPrice-C-004-C", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, "1.0"),
            onTax("PricingQuantity-C-004-C", FocusColumn.PRICING_QUANTITY, "1.0").also("PricingUnit-C-006-C"),
            onTax("SkuId-C-004-C", FocusColumn.SKU_ID, Nickname.sku("AWS", "support")).also("SkuMeter-C-005-C"),
            onTax("SkuPriceId-C-004-C", FocusColumn.SKU_PRICE_ID, Nickname.price("AWS", "tax", "tax")),

            clear("ContractedUnitPrice-C-006-C", "disk", FocusColumn.CONTRACTED_UNIT_PRICE),
            clear("ListUnitPrice-C-005-C", "disk", FocusColumn.LIST_UNIT_PRICE),
            clear("PricingCategory-C-004-C", "disk", FocusColumn.PRICING_CATEGORY),
            clear("PricingCurrencyContractedUnitPrice-C-005-C", "disk",
                    FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE),
            clear("PricingCurrencyListUnitPrice-C-005-C", "disk", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE),
            clear("PricingQuantity-C-005-C", "disk", FocusColumn.PRICING_QUANTITY).also("PricingUnit-C-005-C"),
            clear("SkuId-C-005-C", "disk", FocusColumn.SKU_ID).also("SkuMeter-C-004-C"),
            clear("SkuPriceId-C-005-C", "disk", FocusColumn.SKU_PRICE_ID),

            Mutation.of("ConsumedQuantity-C-004-C", bill -> bill.line("support").consumed("1.0", "Months")),
            Mutation.of("ConsumedQuantity-C-004-C", bill -> bill.line("ri-unused").consumed("2.0", "Hours")),
            clear("ConsumedQuantity-C-006-C", "disk", FocusColumn.CONSUMED_QUANTITY, FocusColumn.CONSUMED_UNIT),
            clear("CommitmentDiscountQuantity-C-005-C", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_QUANTITY,
                    FocusColumn.COMMITMENT_DISCOUNT_UNIT)
                    .also("CommitmentDiscountQuantity-C-012-C", "FG-COMMITMENT-CONSTANT"),
            Mutation.of("CommitmentDiscountQuantity-C-007-C", bill -> bill.line("credit")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "1.0")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_UNIT, "Hours")),
            clear("CommitmentDiscountStatus-C-004-C", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_STATUS),
            clear("CapacityReservationStatus-C-004-C", "gpu", FocusColumn.CAPACITY_RESERVATION_STATUS),

            set("PricingUnit-C-005-C", "credit", FocusColumn.PRICING_UNIT, "Hours"),
            clear("PricingUnit-C-006-C", "disk", FocusColumn.PRICING_UNIT),
            set("ConsumedUnit-C-005-C", "support", FocusColumn.CONSUMED_UNIT, "Hours"),
            clear("ConsumedUnit-C-006-C", "disk", FocusColumn.CONSUMED_UNIT),
            set("CommitmentDiscountUnit-C-005-C", "disk", FocusColumn.COMMITMENT_DISCOUNT_UNIT, "Hours"),
            clear("CommitmentDiscountUnit-C-006-C", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_UNIT),
            set("SkuMeter-C-004-C", "credit", FocusColumn.SKU_METER, "Meter"),
            clear("SkuMeter-C-005-C", "disk", FocusColumn.SKU_METER),
            set("SkuPriceDetails-C-004-C", "credit", FocusColumn.SKU_PRICE_DETAILS, "{\"CoreCount\":2}"),
            set("SubAccountName-C-004-C", "support", FocusColumn.SUB_ACCOUNT_NAME, "Web"),
            clear("SubAccountName-C-005-C", "disk", FocusColumn.SUB_ACCOUNT_NAME),
            set("SubAccountType-C-004-C", "support", FocusColumn.SUB_ACCOUNT_TYPE, "Linked Account"),
            clear("SubAccountType-C-005-C", "disk", FocusColumn.SUB_ACCOUNT_TYPE),
            set("RegionName-C-004-C", "support", FocusColumn.REGION_NAME, "Earth"),
            clear("RegionName-C-005-C", "disk", FocusColumn.REGION_NAME),
            set("ResourceName-C-004-C", "support", FocusColumn.RESOURCE_NAME, "phone"),
            set("ResourceType-C-004-C", "support", FocusColumn.RESOURCE_TYPE, "phone"),
            Mutation.of("ResourceType-C-005-C", bill -> bill.each("disk").forEach(
                    line -> line.clear(FocusColumn.RESOURCE_TYPE))),
            set("CommitmentDiscountCategory-C-003-C", "disk", FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Usage"),
            clear("CommitmentDiscountCategory-C-004-C", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_CATEGORY),
            set("CommitmentDiscountType-C-004-C", "disk", FocusColumn.COMMITMENT_DISCOUNT_TYPE, "Reserved"),
            clear("CommitmentDiscountType-C-005-C", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_TYPE),
            set("CommitmentDiscountName-C-004-C", "disk", FocusColumn.COMMITMENT_DISCOUNT_NAME, "Reserved"),
            clear("CommitmentDiscountName-C-006-C", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_NAME),
            set("CommitmentDiscountStatus-C-003-C", "disk", FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used"),
            set("CapacityReservationStatus-C-003-C", "disk", FocusColumn.CAPACITY_RESERVATION_STATUS, "Used"),
            set("FG-ZONE-IN-REGION", "support", FocusColumn.AVAILABILITY_ZONE, "us-east-1a"));

    private NullMutations() {
    }

    private static Mutation clear(String rule, String label, FocusColumn... columns) {
        return Mutation.of(rule, bill -> bill.line(label).clear(columns));
    }

    private static Mutation set(String rule, String label, FocusColumn column, String text) {
        return Mutation.of(rule, bill -> bill.line(label).set(column, text));
    }

    private static Mutation onTax(String rule, FocusColumn column, String text) {
        return set(rule, "tax-support", column, text);
    }
}
