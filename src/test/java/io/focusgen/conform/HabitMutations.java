package io.focusgen.conform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.focusgen.focus.FocusColumn;

/** Spoils what AWS, Azure and Google Cloud each write in their own way. */
final class HabitMutations {

    private static final List<Mutation> SHARED = List.of(
            set("FG-PROVIDER-SPELLING", "credit", FocusColumn.PUBLISHER_NAME, "Amazon Web Services, Inc.")
                    .also("FG-SERVICE-PUBLISHER"),
            set("FG-PROVIDER-SPELLING", "credit", FocusColumn.INVOICE_ISSUER_NAME, "aws").also("FG-INVOICE-ISSUER",
                    "BilledCost-C-005-C"),
            every("FG-PROVIDER-SPELLING", "az-disk", FocusColumn.PUBLISHER_NAME, "Microsoft Azure")
                    .also("FG-SERVICE-PUBLISHER"),
            every("FG-PROVIDER-OF-ACCOUNT", "disk", FocusColumn.RESOURCE_ID,
                    "//compute.googleapis.com/projects/_/disks/1").also("FG-AWS-ARN"),
            every("FG-PROVIDER-OF-ACCOUNT", "gc-bucket", FocusColumn.RESOURCE_ID, "arn:aws:s3:::shop-lake")
                    .also("FG-GOOGLE-RESOURCE"),
            every("FG-ZONE-OF-REGION", "disk", FocusColumn.AVAILABILITY_ZONE, "us-east-2a"),
            every("FG-ZONE-OF-REGION", "disk", FocusColumn.AVAILABILITY_ZONE, "us-east-1"),
            every("FG-ZONE-OF-REGION", "az-vm", FocusColumn.AVAILABILITY_ZONE, "1"),
            every("FG-ZONE-OF-REGION", "gc-core", FocusColumn.AVAILABILITY_ZONE, "us-central1a")
                    .also("FG-GOOGLE-RESOURCE-ZONE", "FG-RESOURCE-ZONE"),
            every("FG-PRICE-NAMES-SKU", "disk", FocusColumn.SKU_PRICE_ID, Nickname.price("AWS", "other", "other")));

    private static final List<Mutation> AWS = List.of(
            set("FG-AWS-BILLING-ACCOUNT", "credit", FocusColumn.BILLING_ACCOUNT_ID, "12345678901")
                    .also("InvoiceId-C-007-C", "FG-CREDIT-WITHIN-COST"),
            set("FG-AWS-SUB-ACCOUNT", "credit", FocusColumn.SUB_ACCOUNT_ID, "1234-5678-9012")
                    .also("FG-CREDIT-WITHIN-COST"),
            each("FG-AWS-BILLING-ACCOUNT-TYPE", FocusColumn.BILLING_ACCOUNT_TYPE, "Payer Account", "Payer"),
            each("FG-AWS-SUB-ACCOUNT-TYPE", FocusColumn.SUB_ACCOUNT_TYPE, "Linked Account", "Account"),
            each("FG-AWS-DOLLARS", FocusColumn.BILLING_CURRENCY, "USD", "CAD").also("FG-RATE-EFFECTIVE"),
            every("FG-AWS-ARN", "disk", FocusColumn.RESOURCE_ID, "vol-0a1b2c3d"),
            every("FG-AWS-SKU", "keys", FocusColumn.SKU_ID, "kms-requests").also("FG-PRICE-NAMES-SKU"),
            every("FG-AWS-SKU-PRICE", "keys", FocusColumn.SKU_PRICE_ID, Nickname.sku("AWS", "sku-kms") + ".ABC"),
            every("FG-AWS-ARN-REGION", "disk", FocusColumn.RESOURCE_ID,
                    "arn:aws:ec2:eu-west-1:" + SampleBill.WEB + ":volume/vol-1"),
            every("FG-AWS-ARN-ACCOUNT", "disk", FocusColumn.RESOURCE_ID,
                    "arn:aws:ec2:us-east-1:" + SampleBill.DATA + ":volume/vol-1"),
            tags("FG-AWS-TAG", "web", "{\"team\":\"shop;data\"}").also("FG-RESOURCE-TEAM"),
            tags("FG-AWS-TAG", "web", "{\"" + "k".repeat(129) + "\":\"\"}"),
            tags("FG-AWS-TAG", "web", "{\"k\":\"" + "v".repeat(257) + "\"}"),
            tags("FG-AWS-TAG", "web", many(51, "aws")),
            tags("FG-AWS-TAG-PREFIX", "web", "{\"aws:team\":\"shop\"}"),
            tags("FG-AWS-TAG-PREFIX", "web", "{\"AWS:createdBy\":\"shop\"}"));

    private static final List<Mutation> AZURE = List.of(
            each("FG-AZURE-BILLING-ACCOUNT", FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Profile", "Billing Profile",
                    FocusColumn.BILLING_ACCOUNT_ID, "/billingProfiles/AB12-CD34-EF5-6GH"),
            each("FG-AZURE-ACCOUNT-KIND", FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Profile", "Billing Profile",
                    FocusColumn.BILLING_ACCOUNT_ID, "/providers/Microsoft.Billing/billingAccounts/8611537"),
            each("FG-AZURE-BILLING-ACCOUNT-TYPE", FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Profile", "Profile")
                    .also("FG-AZURE-ACCOUNT-KIND"),
            each("FG-AZURE-SUBSCRIPTION", FocusColumn.SUB_ACCOUNT_ID, AzureSample.SUBSCRIPTION, "shop-prod")
                    .also("FG-AZURE-RESOURCE-ACCOUNT"),
            each("FG-AZURE-SUB-ACCOUNT-TYPE", FocusColumn.SUB_ACCOUNT_TYPE, "Subscription", "subscription"),
            every("FG-AZURE-RESOURCE", "az-disk", FocusColumn.RESOURCE_ID,
                    AzureSample.SUBSCRIPTION + "/resourceGroups/rg/providers/microsoft.compute/disks/d"),
            every("FG-AZURE-RESOURCE", "az-disk", FocusColumn.RESOURCE_ID,
                    AzureSample.SUBSCRIPTION + "/resourcegroups/rg/disks/d"),
            every("FG-AZURE-RESOURCE-ACCOUNT", "az-disk", FocusColumn.RESOURCE_ID,
                    AzureSample.SUBSCRIPTION.replace('0', '9') + "/providers/microsoft.compute/disks/d"),
            every("FG-AZURE-SKU", "az-disk", FocusColumn.SKU_ID, "p10").also("FG-PRICE-NAMES-SKU"),
            every("FG-AZURE-SKU-PRICE", "az-disk", FocusColumn.SKU_PRICE_ID, Nickname.sku("Microsoft", "p10")),
            Mutation.of("FG-AZURE-DAYS", bill -> bill.line("az-disk")
                    .set(FocusColumn.CHARGE_PERIOD_END, "2025-03-01T01:00:00Z")),
            tags("FG-AZURE-TAG", "az-disk", "{\"a/b\":\"c\"}"),
            tags("FG-AZURE-TAG", "az-disk", "{\"a\":\"" + "v".repeat(257) + "\"}"),
            tags("FG-AZURE-TAG", "az-disk", many(51, "tag")),
            tags("FG-AZURE-TAG-CASE", "az-disk", "{\"cost\":\"a\",\"Cost\":\"b\"}"));

    private static final List<Mutation> GOOGLE = List.of(
            each("FG-GOOGLE-BILLING-ACCOUNT", FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Account", "Billing Account",
                    FocusColumn.BILLING_ACCOUNT_ID, "010101-f0fff0-61c528"),
            each("FG-GOOGLE-BILLING-ACCOUNT-TYPE", FocusColumn.BILLING_ACCOUNT_TYPE, "Billing Account", "Billing"),
            each("FG-GOOGLE-PROJECT", FocusColumn.SUB_ACCOUNT_ID, GoogleSample.PROJECT, "Shop"),
            each("FG-GOOGLE-PROJECT", FocusColumn.SUB_ACCOUNT_ID, GoogleSample.PROJECT, "shop-prod-"),
            each("FG-GOOGLE-SUB-ACCOUNT-TYPE", FocusColumn.SUB_ACCOUNT_TYPE, "Project", "project"),
            every("FG-GOOGLE-RESOURCE", "gc-bucket", FocusColumn.RESOURCE_ID, "shop-lake"),
            every("FG-GOOGLE-RESOURCE-PROJECT", "gc-bucket", FocusColumn.RESOURCE_ID,
                    "//storage.googleapis.com/projects/other-prod-1/buckets/b"),
            every("FG-GOOGLE-RESOURCE-REGION", "gc-bucket", FocusColumn.RESOURCE_ID,
                    "//storage.googleapis.com/projects/_/locations/us-east1/buckets/b"),
            Mutation.of("FG-GOOGLE-RESOURCE-ZONE", bill -> Stream.of("gc-core", "gc-ram").flatMap(
                    label -> bill.each(label).stream())
                    .forEach(line -> line.set(FocusColumn.AVAILABILITY_ZONE, "us-central1-b"))),
            every("FG-GOOGLE-SKU", "gc-bucket", FocusColumn.SKU_ID, "gcs").also("FG-PRICE-NAMES-SKU"),
            tags("FG-GOOGLE-LABEL", "gc-bucket", "{\"Team\":\"shop\"}"),
            tags("FG-GOOGLE-LABEL", "gc-bucket", "{\"team\":\"Shop\"}"),
            tags("FG-GOOGLE-LABEL", "gc-bucket", "{\"team\":\"" + "v".repeat(64) + "\"}"),
            tags("FG-GOOGLE-LABEL", "gc-bucket", many(65, "label")));

    static final List<Mutation> ALL = Stream.of(SHARED, AWS, AZURE, GOOGLE).flatMap(List::stream).toList();

    private HabitMutations() {
    }

    private static Mutation set(String rule, String label, FocusColumn column, String text) {
        return Mutation.of(rule, bill -> bill.line(label).set(column, text));
    }

    private static Mutation every(String rule, String label, FocusColumn column, String text) {
        return Mutation.of(rule, bill -> bill.each(label).forEach(line -> line.set(column, text)));
    }

    /** Every line that has this text. */
    private static Mutation each(String rule, FocusColumn column, String from, String to) {
        return each(rule, column, from, to, column, to);
    }

    private static Mutation each(String rule, FocusColumn column, String from, String to, FocusColumn other,
            String text) {
        return Mutation.of(rule, bill -> bill.lines.stream().filter(line -> from.equals(line.get(column)))
                .forEach(line -> line.set(column, to).set(other, text)));
    }

    private static Mutation tags(String rule, String label, String tags) {
        return set(rule, label, FocusColumn.TAGS, tags);
    }

    private static String many(int count, String key) {
        String[] tags = new String[count];
        Arrays.setAll(tags, i -> "\"" + key + i + "\":\"v\"");
        return "{" + String.join(",", tags) + "}";
    }
}
