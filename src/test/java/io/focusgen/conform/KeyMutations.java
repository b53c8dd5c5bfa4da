package io.focusgen.conform;

import java.util.List;

import io.focusgen.focus.FocusColumn;

/** Gives one id two of what it has one of. */
final class KeyMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of("SkuPriceId-C-008-M", bill -> bill.line("disk", 2)
                    .set(FocusColumn.SKU_ID, Nickname.sku("AWS", "gp4"))).also("FG-PRICE-NAMES-SKU"),
            Mutation.of("FG-PRICE-REGION", bill -> bill.line("correction")
                    .clear(FocusColumn.RESOURCE_ID, FocusColumn.RESOURCE_NAME, FocusColumn.RESOURCE_TYPE,
                            FocusColumn.AVAILABILITY_ZONE)
                    .set(FocusColumn.REGION_ID, "eu-west-1").set(FocusColumn.REGION_NAME, "Name of eu-west-1")),
            Mutation.of("PricingUnit-C-008-M", bill -> bill.line("disk", 2)
                    .set(FocusColumn.PRICING_UNIT, "GiB-Months")),
            Mutation.of("FG-PRICE-CATEGORY", bill -> bill.line("disk", 2)
                    .set(FocusColumn.PRICING_CATEGORY, "Dynamic")),
            Mutation.of("SkuPriceDetails-C-007-M", bill -> bill.line("web", 2)
                    .set(FocusColumn.SKU_PRICE_DETAILS, "{\"CoreCount\":2}")),
            Mutation.of("SkuPriceDetails-C-007-M", bill -> bill.line("web", 2).clear(FocusColumn.SKU_PRICE_DETAILS)),
            Mutation.of("SkuPriceId-C-014-C", bill -> bill.line("disk", 2)
                    .priced("0.081", "0.08", "6.451612903", "GB-Months")).also("FG-PRICE-PRICING-LIST"),
            Mutation.of("SkuPriceId-C-015-C", bill -> bill.line("disk", 2)
                    .priced("0.08", "0.0799", "6.451612903", "GB-Months").plain())
                    .also("FG-PRICE-PRICING-CONTRACTED"),
            Mutation.of("FG-PRICE-PRICING-LIST", bill -> bill.each("gc-bucket").forEach(line -> line
                    .priced("0.9512345", "0.019", "98.7654321", "GiB-Months")
                    .set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, line == bill.line("gc-bucket")
                            ? "0.9512346"
                            : "0.9512345")))
                    .also("ListCost-C-007-C"),

            Mutation.of("FG-PRICE-PRICING-CONTRACTED", bill -> bill.each("gc-bucket").forEach(line -> {
                line.priced("0.02", "0.01907654", "98.7654321", "GiB-Months").plain();
                if (line == bill.line("gc-bucket")) {
                    line.set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, "0.019076541");
                }
            })),
            Mutation.of("SkuId-C-011-C", bill -> bill.line("disk", 2).sku("sku-m7i", "price-other", "Standard")),
            Mutation.of("SkuMeter-C-006-O", bill -> bill.line("disk", 2).set(FocusColumn.SKU_METER, "gp4")),
            Mutation.of("ServiceName-C-005-C", bill -> bill.line("disk", 2)
                    .service("Amazon Elastic Block Store", "Databases", "Caching")).also("ServiceName-C-008-C"),
            Mutation.of("ServiceName-C-008-C", bill -> bill.line("disk", 2)
                    .set(FocusColumn.SERVICE_SUBCATEGORY, "Backup Storage")),
            Mutation.of("FG-RESOURCE-TYPE", bill -> bill.line("disk", 2).set(FocusColumn.RESOURCE_TYPE, "snapshot")),
            Mutation.of("FG-RESOURCE-REGION", bill -> bill.line("correction")
                    .sku("sku-m7i", "west", "Standard")
                    .set(FocusColumn.REGION_ID, "eu-west-1").set(FocusColumn.REGION_NAME, "Name of eu-west-1"))
                    .also("FG-ZONE-OF-REGION"),
            Mutation.of("FG-RESOURCE-ZONE", bill -> bill.line("disk", 2)
                    .set(FocusColumn.AVAILABILITY_ZONE, "us-east-1b")),
            Mutation.of("FG-RESOURCE-ZONE", bill -> bill.line("disk", 2).clear(FocusColumn.AVAILABILITY_ZONE)),
            Mutation.of("FG-RESOURCE-SUB-ACCOUNT", bill -> bill.line("correction")
                    .set(FocusColumn.SUB_ACCOUNT_ID, SampleBill.DATA)
                    .set(FocusColumn.SUB_ACCOUNT_NAME, "Name of " + SampleBill.DATA)),
            Mutation.of("FG-RESOURCE-SERVICE", bill -> bill.line("keys", 2)
                    .service("AWS Secrets Manager", "Security", "Secret Management")
                    .sku("sku-secret", "price-secret", "Standard")),
            Mutation.of("FG-RESOURCE-NAME", bill -> bill.line("disk", 2).set(FocusColumn.RESOURCE_NAME, "Other")),
            Mutation.of("FG-SERVICE-PUBLISHER", bill -> bill.line("disk", 2)
                    .set(FocusColumn.PUBLISHER_NAME, "Somebody")),
            Mutation.of("FG-REGION-NAME", bill -> bill.line("disk", 2).set(FocusColumn.REGION_NAME, "Virginia")),
            Mutation.of("FG-BILLING-ACCOUNT-NAME", bill -> bill.line("disk", 2)
                    .set(FocusColumn.BILLING_ACCOUNT_NAME, "Other")),
            Mutation.of("BillingAccountType-C-006-M", bill -> bill.line("disk", 2)
                    .set(FocusColumn.BILLING_ACCOUNT_TYPE, "Other")).also("FG-AWS-BILLING-ACCOUNT-TYPE"),
            Mutation.of("FG-SUB-ACCOUNT-NAME", bill -> bill.line("disk", 2)
                    .set(FocusColumn.SUB_ACCOUNT_NAME, "Other")),
            Mutation.of("SubAccountType-C-006-M", bill -> bill.line("disk", 2)
                    .set(FocusColumn.SUB_ACCOUNT_TYPE, "Payer Account")),
            Mutation.of("InvoiceId-C-007-C",
                    bill -> bill.line("credit").set(FocusColumn.BILLING_ACCOUNT_ID, "100000000002"))
                    .also("FG-CREDIT-WITHIN-COST"),
            Mutation.of("FG-INVOICE-ISSUER", bill -> bill.line("credit")
                    .set(FocusColumn.INVOICE_ISSUER_NAME, "Reseller")).also("BilledCost-C-005-C"),
            Mutation.of("BillingCurrency-C-005-M",
                    bill -> bill.line("az-vm", 2).currency("SEK", AzureSample.RATE)).also("FG-BILL-CURRENCY"),
            Mutation.of("FG-BILL-CURRENCY", bill -> bill.line("az-vm", 2).currency("SEK", AzureSample.RATE)
                    .set(FocusColumn.INVOICE_ID, "G009999999")),
            Mutation.of("FG-BILL-PRICING-CURRENCY", bill -> {
                Line line = bill.line("az-vm", 2);
                line.set(FocusColumn.PRICING_CURRENCY, "EUR");
                for (FocusColumn[] pair : new FocusColumn[][]{
                        {FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, FocusColumn.LIST_UNIT_PRICE},
                        {FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, FocusColumn.CONTRACTED_UNIT_PRICE},
                        {FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, FocusColumn.EFFECTIVE_COST}}) {
                    line.set(pair[0], line.number(pair[1]));
                }
            }).also("FG-PRICE-PRICING-CONTRACTED"),
            Mutation.of("FG-INVOICE-PERIOD", bill -> bill.line("credit")
                    .set(FocusColumn.BILLING_PERIOD_START, "2025-04-01T00:00:00Z")
                    .set(FocusColumn.BILLING_PERIOD_END, "2025-05-01T00:00:00Z"))
                    .also("FG-CREDIT-WITHIN-COST"),
            Mutation.of("FG-COMMITMENT-CATEGORY", bill -> bill.line("ri-used")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Spend")),
            Mutation.of("FG-COMMITMENT-PART", bill -> {
                Line used = bill.line("gc-cud-core-used");
                used.set(FocusColumn.PRICING_UNIT, "GiB-Hours");
                for (FocusColumn column : List.of(FocusColumn.SKU_ID, FocusColumn.SKU_PRICE_ID,
                        FocusColumn.SKU_METER)) {
                    used.set(column, String.valueOf(bill.line("gc-cud-ram-used").get(column)));
                }
            }).also("FG-GOOGLE-MACHINE-PARTS", "SkuPriceId-C-014-C", "SkuPriceId-C-015-C", "FG-PRICE-PRICING-LIST",
                    "FG-PRICE-PRICING-CONTRACTED"),
            Mutation.of("FG-COMMITMENT-TYPE", bill -> bill.line("ri-used")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_TYPE, "Other")),
            Mutation.of("FG-COMMITMENT-NAME", bill -> bill.line("ri-used")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_NAME, "Other")),
            Mutation.of("CommitmentDiscountUnit-C-008-M", bill -> bill.line("ri-used")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_UNIT, "Instance-Hours")),
            Mutation.of("FG-COMMITMENT-SUB-ACCOUNT", bill -> bill.line("ri-unused")
                    .set(FocusColumn.SUB_ACCOUNT_ID, SampleBill.DATA)
                    .set(FocusColumn.SUB_ACCOUNT_NAME, "Name of " + SampleBill.DATA))
                    .also("FG-RESOURCE-SUB-ACCOUNT"),
            Mutation.of("FG-COMMITMENT-RESOURCE-TYPE", bill -> bill.line("ri-unused")
                    .set(FocusColumn.RESOURCE_TYPE, "other")).also("FG-RESOURCE-TYPE"),
            Mutation.of("FG-COMMITMENT-REGION", bill -> bill.each("ri-unused").forEach(line -> line
                    .set(FocusColumn.REGION_ID, "eu-west-1").set(FocusColumn.REGION_NAME, "Name of eu-west-1")))
                    .also("FG-RESOURCE-REGION"));

    private KeyMutations() {
    }
}
