package io.focusgen.focus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every column of the FOCUS Cost and Usage data set in any version we write, in alphabetical order, which is also the
 * order of the columns in a file. Source: the column pages of FOCUS 1.2, 1.3 and 1.4.
 */
public enum FocusColumn implements OutputColumn {
    ALLOCATED_METHOD_DETAILS("AllocatedMethodDetails", ColumnType.JSON, true, FocusVersion.V1_3, FocusVersion.V1_4),
    ALLOCATED_METHOD_ID("AllocatedMethodId", ColumnType.TEXT, true, FocusVersion.V1_3, FocusVersion.V1_4),
    ALLOCATED_RESOURCE_ID("AllocatedResourceId", ColumnType.TEXT, true, FocusVersion.V1_3, FocusVersion.V1_4),
    ALLOCATED_RESOURCE_NAME("AllocatedResourceName", ColumnType.TEXT, true, FocusVersion.V1_3, FocusVersion.V1_4),
    ALLOCATED_TAGS("AllocatedTags", ColumnType.JSON, true, FocusVersion.V1_3, FocusVersion.V1_4),
    AVAILABILITY_ZONE("AvailabilityZone", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLED_COST("BilledCost", ColumnType.DECIMAL, false, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLING_ACCOUNT_ID("BillingAccountId", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLING_ACCOUNT_NAME("BillingAccountName", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLING_ACCOUNT_TYPE("BillingAccountType", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLING_CURRENCY("BillingCurrency", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLING_PERIOD_END("BillingPeriodEnd", ColumnType.DATE_TIME, false, FocusVersion.V1_2, FocusVersion.V1_4),
    BILLING_PERIOD_START("BillingPeriodStart", ColumnType.DATE_TIME, false, FocusVersion.V1_2, FocusVersion.V1_4),
    CAPACITY_RESERVATION_ID("CapacityReservationId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    CAPACITY_RESERVATION_STATUS("CapacityReservationStatus", ColumnType.TEXT, true, FocusVersion.V1_2,
            FocusVersion.V1_4),
    CHARGE_CATEGORY("ChargeCategory", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    CHARGE_CLASS("ChargeClass", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    CHARGE_DESCRIPTION("ChargeDescription", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    CHARGE_FREQUENCY("ChargeFrequency", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    CHARGE_PERIOD_END("ChargePeriodEnd", ColumnType.DATE_TIME, false, FocusVersion.V1_2, FocusVersion.V1_4),
    CHARGE_PERIOD_START("ChargePeriodStart", ColumnType.DATE_TIME, false, FocusVersion.V1_2, FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_CATEGORY("CommitmentDiscountCategory", ColumnType.TEXT, true, FocusVersion.V1_2,
            FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_ID("CommitmentDiscountId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_NAME("CommitmentDiscountName", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_QUANTITY("CommitmentDiscountQuantity", ColumnType.DECIMAL, true, FocusVersion.V1_2,
            FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_TYPE("CommitmentDiscountType", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    COMMITMENT_DISCOUNT_UNIT("CommitmentDiscountUnit", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    COMMITMENT_PROGRAM_ELIGIBILITY_DETAILS("CommitmentProgramEligibilityDetails", ColumnType.JSON, true,
            FocusVersion.V1_4, FocusVersion.V1_4),
    CONSUMED_QUANTITY("ConsumedQuantity", ColumnType.DECIMAL, true, FocusVersion.V1_2, FocusVersion.V1_4),
    CONSUMED_UNIT("ConsumedUnit", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    CONTRACT_APPLIED("ContractApplied", ColumnType.JSON, true, FocusVersion.V1_3, FocusVersion.V1_4),
    CONTRACTED_COST("ContractedCost", ColumnType.DECIMAL, false, FocusVersion.V1_2, FocusVersion.V1_4),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", ColumnType.DECIMAL, true, FocusVersion.V1_2, FocusVersion.V1_4),
    EFFECTIVE_COST("EffectiveCost", ColumnType.DECIMAL, false, FocusVersion.V1_2, FocusVersion.V1_4),
    HOST_PROVIDER_NAME("HostProviderName", ColumnType.TEXT, true, FocusVersion.V1_3, FocusVersion.V1_4),
    INVOICE_DETAIL_ID("InvoiceDetailId", ColumnType.TEXT, true, FocusVersion.V1_4, FocusVersion.V1_4),
    INVOICE_ID("InvoiceId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    INVOICE_ISSUER_NAME("InvoiceIssuerName", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    LIST_COST("ListCost", ColumnType.DECIMAL, false, FocusVersion.V1_2, FocusVersion.V1_4),
    LIST_UNIT_PRICE("ListUnitPrice", ColumnType.DECIMAL, true, FocusVersion.V1_2, FocusVersion.V1_4),
    PRICING_CATEGORY("PricingCategory", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    PRICING_CURRENCY("PricingCurrency", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    PRICING_CURRENCY_CONTRACTED_UNIT_PRICE("PricingCurrencyContractedUnitPrice", ColumnType.DECIMAL, true,
            FocusVersion.V1_2, FocusVersion.V1_4),
    PRICING_CURRENCY_EFFECTIVE_COST("PricingCurrencyEffectiveCost", ColumnType.DECIMAL, false, FocusVersion.V1_2,
            FocusVersion.V1_4),
    PRICING_CURRENCY_LIST_UNIT_PRICE("PricingCurrencyListUnitPrice", ColumnType.DECIMAL, true, FocusVersion.V1_2,
            FocusVersion.V1_4),
    PRICING_QUANTITY("PricingQuantity", ColumnType.DECIMAL, true, FocusVersion.V1_2, FocusVersion.V1_4),
    PRICING_UNIT("PricingUnit", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    PROVIDER_NAME("ProviderName", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_3),
    PUBLISHER_NAME("PublisherName", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_3),
    REGION_ID("RegionId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    REGION_NAME("RegionName", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    RESOURCE_ID("ResourceId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    RESOURCE_NAME("ResourceName", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    RESOURCE_TYPE("ResourceType", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SERVICE_CATEGORY("ServiceCategory", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    SERVICE_NAME("ServiceName", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    SERVICE_PROVIDER_NAME("ServiceProviderName", ColumnType.TEXT, false, FocusVersion.V1_3, FocusVersion.V1_4),
    SERVICE_SUBCATEGORY("ServiceSubcategory", ColumnType.TEXT, false, FocusVersion.V1_2, FocusVersion.V1_4),
    SKU_ID("SkuId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SKU_METER("SkuMeter", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SKU_PRICE_DETAILS("SkuPriceDetails", ColumnType.JSON, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SKU_PRICE_ID("SkuPriceId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SUB_ACCOUNT_ID("SubAccountId", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SUB_ACCOUNT_NAME("SubAccountName", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    SUB_ACCOUNT_TYPE("SubAccountType", ColumnType.TEXT, true, FocusVersion.V1_2, FocusVersion.V1_4),
    TAGS("Tags", ColumnType.JSON, true, FocusVersion.V1_2, FocusVersion.V1_4);

    private final String id;
    private final ColumnType type;
    private final boolean nullable;
    private final FocusVersion first;
    private final FocusVersion last;

    FocusColumn(String id, ColumnType type, boolean nullable, FocusVersion first, FocusVersion last) {
        this.id = id;
        this.type = type;
        this.nullable = nullable;
        this.first = first;
        this.last = last;
    }

    /** The column id exactly as the specification spells it, e.g. {@code BilledCost}. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    /** Whether the specification allows a null in at least one kind of row. */
    public boolean nullable() {
        return nullable;
    }

    /** Whether the Cost and Usage data set of {@code version} has this column. */
    public boolean in(FocusVersion version) {
        return first.compareTo(version) <= 0 && version.compareTo(last) <= 0;
    }

    /** The columns of {@code version}, in file order. */
    public static List<FocusColumn> of(FocusVersion version) {
        return Stream.of(values()).filter(column -> column.in(version)).toList();
    }

    /** The column with this id, whatever its case. */
    public static Optional<FocusColumn> byId(String id) {
        return Stream.of(values()).filter(column -> column.id.equalsIgnoreCase(id)).findFirst();
    }
}
