package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.focusgen.focus.CommitmentCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;

/** What an id keeps on all its rows: prices, SKUs, services, resources, regions, accounts, invoices, commitments. */
final class KeyRules {

    private static final String STABLE_PRICE = "FOCUS 1.2, SkuPriceId: one entry of the price list";
    private static final String STABLE_RESOURCE = "FOCUS 1.2, string handling: ids refer to one entity";
    private static final String STABLE_NAME = "FOCUS 1.2, string handling: one name at a time per id";
    private static final String ONE_INVOICE = "FOCUS 1.2, InvoiceId: an invoice has one payer, issuer and period";
    private static final String ONE_COMMITMENT = "FOCUS 1.2, commitment discount descriptors";

    private static final Key PRICE = Key.of(FocusColumn.SKU_PRICE_ID);

    /** Corrections carry prices of an earlier month; in another currency a price is another number. */
    private static final Key PRICE_IN_MONTH = priced(FocusColumn.BILLING_CURRENCY);

    private static final Key DOLLARS_IN_MONTH = priced(FocusColumn.PRICING_CURRENCY);

    private static final Key PRICE_OF_ACCOUNT_IN_MONTH = priced(FocusColumn.BILLING_ACCOUNT_ID);

    private static final Key SKU = Key.of(FocusColumn.SKU_ID);
    private static final Key SERVICE = Key.of(FocusColumn.SERVICE_NAME);
    private static final Key RESOURCE = Key.of(FocusColumn.RESOURCE_ID);
    private static final Key REGION = Key.of(FocusColumn.REGION_ID);
    private static final Key BILLING_ACCOUNT = Key.of(FocusColumn.BILLING_ACCOUNT_ID);
    private static final Key SUB_ACCOUNT = Key.of(FocusColumn.SUB_ACCOUNT_ID);
    private static final Key BILL = Key.of(FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_PERIOD_START);
    private static final Key COMMITMENT = Key.of(FocusColumn.COMMITMENT_DISCOUNT_ID);

    /** One invoice may hold charges of several providers. */
    private static final Key INVOICE = new Key(List.of(FocusColumn.INVOICE_ID), false, Set.of(), row -> true);

    /** The rows that describe the commitment itself and not a resource that it covers. */
    private static final Key COMMITMENT_ITSELF = new Key(List.of(FocusColumn.COMMITMENT_DISCOUNT_ID), true,
            EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_STATUS),
            row -> row.isPurchase() || (row.isUsage() && row.isStatus(CommitmentStatus.UNUSED)));

    /** Those are counted in the unit of what they cover, the others in money. */
    private static final Key USAGE_COMMITMENT = new Key(List.of(FocusColumn.COMMITMENT_DISCOUNT_ID), true,
            EnumSet.of(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY), row -> row.is(
                    FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, CommitmentCategory.USAGE.label()));

    static final List<KeyRule> ALL = List.of(
            focus("SkuPriceId-C-008-M", PRICE, "A SkuPriceId", FocusColumn.SKU_ID),
            always("FG-PRICE-REGION", STABLE_PRICE, PRICE, "A SkuPriceId", FocusColumn.REGION_ID),
            focus("PricingUnit-C-008-M", PRICE, "A SkuPriceId", FocusColumn.PRICING_UNIT),
            whereSet("FG-PRICE-CATEGORY", STABLE_PRICE, PRICE, "A SkuPriceId", FocusColumn.PRICING_CATEGORY),
            always("SkuPriceDetails-C-007-M", Rule.FOCUS, PRICE, "A SkuPriceId", FocusColumn.SKU_PRICE_DETAILS),
            focus("SkuPriceId-C-014-C", PRICE_IN_MONTH, "A SkuPriceId in a month and BillingCurrency",
                    FocusColumn.LIST_UNIT_PRICE),
            whereSet("FG-PRICE-PRICING-LIST", STABLE_PRICE, DOLLARS_IN_MONTH,
                    "A SkuPriceId in a month and PricingCurrency", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE),
            focus("SkuPriceId-C-015-C", PRICE_OF_ACCOUNT_IN_MONTH, "A SkuPriceId in an account's month",
                    FocusColumn.CONTRACTED_UNIT_PRICE),
            whereSet("FG-PRICE-PRICING-CONTRACTED", STABLE_PRICE, PRICE_OF_ACCOUNT_IN_MONTH,
                    "A SkuPriceId in an account's month", FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE),
            focus("SkuId-C-011-C", SKU, "A SkuId", FocusColumn.SERVICE_NAME),
            focus("SkuMeter-C-006-O", SKU, "A SkuId", FocusColumn.SKU_METER),
            focus("ServiceName-C-005-C", SERVICE, "A ServiceName", FocusColumn.SERVICE_CATEGORY),
            focus("ServiceName-C-008-C", SERVICE, "A ServiceName", FocusColumn.SERVICE_SUBCATEGORY),
            whereSet("FG-SERVICE-PUBLISHER", STABLE_NAME, SERVICE, "A ServiceName", FocusColumn.PUBLISHER_NAME),
            always("FG-RESOURCE-TYPE", STABLE_RESOURCE, RESOURCE, "A ResourceId", FocusColumn.RESOURCE_TYPE),
            always("FG-RESOURCE-REGION", STABLE_RESOURCE, RESOURCE, "A ResourceId", FocusColumn.REGION_ID),
            always("FG-RESOURCE-ZONE", STABLE_RESOURCE, RESOURCE, "A ResourceId", FocusColumn.AVAILABILITY_ZONE),
            always("FG-RESOURCE-SUB-ACCOUNT", STABLE_RESOURCE, RESOURCE, "A ResourceId", FocusColumn.SUB_ACCOUNT_ID),
            always("FG-RESOURCE-SERVICE", STABLE_RESOURCE, RESOURCE, "A ResourceId", FocusColumn.SERVICE_NAME),
            whereSet("FG-RESOURCE-NAME", STABLE_NAME, RESOURCE, "A ResourceId", FocusColumn.RESOURCE_NAME),
            whereSet("FG-REGION-NAME", STABLE_NAME, REGION, "A RegionId", FocusColumn.REGION_NAME),
            whereSet("FG-BILLING-ACCOUNT-NAME", STABLE_NAME, BILLING_ACCOUNT, "A BillingAccountId",
                    FocusColumn.BILLING_ACCOUNT_NAME),
            focus("BillingAccountType-C-006-M", BILLING_ACCOUNT, "A BillingAccountId",
                    FocusColumn.BILLING_ACCOUNT_TYPE),
            whereSet("FG-SUB-ACCOUNT-NAME", STABLE_NAME, SUB_ACCOUNT, "A SubAccountId", FocusColumn.SUB_ACCOUNT_NAME),
            focus("SubAccountType-C-006-M", SUB_ACCOUNT, "A SubAccountId", FocusColumn.SUB_ACCOUNT_TYPE),
            focus("InvoiceId-C-007-C", INVOICE, "An InvoiceId", FocusColumn.BILLING_ACCOUNT_ID),
            whereSet("FG-INVOICE-ISSUER", ONE_INVOICE, INVOICE, "An InvoiceId", FocusColumn.INVOICE_ISSUER_NAME),
            focus("BillingCurrency-C-005-M", INVOICE, "An InvoiceId", FocusColumn.BILLING_CURRENCY),
            whereSet("FG-INVOICE-PERIOD", ONE_INVOICE, INVOICE, "An InvoiceId", FocusColumn.BILLING_PERIOD_START),
            whereSet("FG-BILL-CURRENCY", ONE_INVOICE, BILL, "A BillingAccountId in a month",
                    FocusColumn.BILLING_CURRENCY),
            whereSet("FG-BILL-PRICING-CURRENCY", ONE_INVOICE, BILL, "A BillingAccountId in a month",
                    FocusColumn.PRICING_CURRENCY),
            whereSet("FG-COMMITMENT-PART", ONE_COMMITMENT, USAGE_COMMITMENT, "A Usage commitment",
                    FocusColumn.PRICING_UNIT),
            whereSet("FG-COMMITMENT-CATEGORY", ONE_COMMITMENT, COMMITMENT, "A CommitmentDiscountId",
                    FocusColumn.COMMITMENT_DISCOUNT_CATEGORY),
            whereSet("FG-COMMITMENT-TYPE", ONE_COMMITMENT, COMMITMENT, "A CommitmentDiscountId",
                    FocusColumn.COMMITMENT_DISCOUNT_TYPE),
            whereSet("FG-COMMITMENT-NAME", ONE_COMMITMENT, COMMITMENT, "A CommitmentDiscountId",
                    FocusColumn.COMMITMENT_DISCOUNT_NAME),
            focus("CommitmentDiscountUnit-C-008-M", COMMITMENT, "A CommitmentDiscountId",
                    FocusColumn.COMMITMENT_DISCOUNT_UNIT),
            always("FG-COMMITMENT-SUB-ACCOUNT", ONE_COMMITMENT, COMMITMENT_ITSELF,
                    "A commitment on its purchase and unused rows", FocusColumn.SUB_ACCOUNT_ID),
            always("FG-COMMITMENT-RESOURCE-TYPE", ONE_COMMITMENT, COMMITMENT_ITSELF,
                    "A commitment on its purchase and unused rows", FocusColumn.RESOURCE_TYPE),
            always("FG-COMMITMENT-REGION", ONE_COMMITMENT, COMMITMENT_ITSELF,
                    "A commitment on its purchase and unused rows", FocusColumn.REGION_ID));

    private KeyRules() {
    }

    private static Key priced(FocusColumn within) {
        return new Key(List.of(FocusColumn.SKU_PRICE_ID, FocusColumn.BILLING_PERIOD_START, within), true,
                EnumSet.of(FocusColumn.CHARGE_CLASS), row -> !row.isCorrection());
    }

    /** A FOCUS rule; rows without the value are judged by a rule on nulls. */
    private static KeyRule focus(String id, Key key, String subject, FocusColumn value) {
        return whereSet(id, Rule.FOCUS, key, subject, value);
    }

    private static KeyRule whereSet(String id, String source, Key key, String subject, FocusColumn value) {
        return new KeyRule(id, subject + " has one " + value.id() + ", where it is set.", source, key, value, false);
    }

    /** All rows agree, also on having no value. */
    private static KeyRule always(String id, String source, Key key, String subject, FocusColumn value) {
        return new KeyRule(id, subject + " keeps its " + value.id() + ", or has none.", source, key, value, true);
    }
}
