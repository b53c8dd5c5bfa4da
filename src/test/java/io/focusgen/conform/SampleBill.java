package io.focusgen.conform;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.FocusVersion;

/**
 * A small bill that obeys every rule: four days of March 2025. At AWS in two sub accounts, with a usage commitment, a
 * spend commitment, a capacity reservation, support, a credit, a correction of February and tax; then
 * {@link AzureSample} and {@link GoogleSample}, each in its own currency. Tests spoil it.
 */
final class SampleBill {

    static final int DAYS = 4;

    static final String WEB = "200000000001";
    static final String DATA = "200000000002";

    final List<String> header = new ArrayList<>(
            FocusColumn.of(FocusVersion.V1_2).stream().map(FocusColumn::id).toList());
    final List<Line> lines = new ArrayList<>();

    SampleBill() {
        for (int day = 1; day <= DAYS; day++) {
            usage(day);
            instanceCommitment(day);
            spendCommitment(day);
            prepaidCommitment(day);
        }
        onceAMonth();
        AzureSample.addTo(this);
        GoogleSample.addTo(this);
        List.copyOf(lines).stream().filter(SampleBill::isTaxed)
                .collect(Collectors.groupingBy(SampleBill::taxGroup, LinkedHashMap::new, Collectors.toList()))
                .values().forEach(this::tax);
    }

    /** The line with this label on this day, 1 for the first. */
    Line line(String label, int day) {
        return lines.stream().filter(line -> line.label().equals(label)).skip(day - 1L).findFirst().orElseThrow();
    }

    /** The first line with this label. */
    Line line(String label) {
        return line(label, 1);
    }

    /** All lines with this label. */
    List<Line> each(String label) {
        return lines.stream().filter(line -> line.label().equals(label)).toList();
    }

    Report check() {
        return check(Options.COMPLETE.withAscii());
    }

    Report check(Options options) {
        Conformance conformance = Conformance.costAndUsage(FocusVersion.V1_2, header, options);
        List<@Nullable FocusColumn> columns = columns();
        lines.forEach(line -> conformance.row(cells(line, columns)));
        return conformance.finish();
    }

    String csv() {
        return csv(',', "\n", true);
    }

    String csv(char delimiter, String lineEnd, boolean named) {
        String comma = String.valueOf(delimiter);
        StringBuilder csv = new StringBuilder(named ? String.join(comma, header) + lineEnd : "");
        List<@Nullable FocusColumn> columns = columns();
        for (Line line : lines) {
            csv.append(Arrays.stream(cells(line, columns)).map(SampleBill::quoted).collect(Collectors.joining(comma)));
            csv.append(lineEnd);
        }
        return csv.toString();
    }

    /** A JSON object for each line: numbers, objects and strings as the columns are. */
    String ndjson() {
        StringBuilder ndjson = new StringBuilder();
        List<@Nullable FocusColumn> columns = columns();
        for (Line line : lines) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                FocusColumn column = columns.get(i);
                members.add(json(header.get(i)) + ":" + (column == null ? "null" : json(column, line.get(column))));
            }
            ndjson.append('{').append(String.join(",", members)).append("}\n");
        }
        return ndjson.toString();
    }

    private static String json(FocusColumn column, @Nullable String text) {
        if (text == null) {
            return "null";
        }
        return switch (column.type()) {
            case DECIMAL, JSON -> text;
            case TEXT, DATE_TIME -> json(text);
        };
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static InputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** What each name of the header means; null for a custom one. */
    private List<@Nullable FocusColumn> columns() {
        List<@Nullable FocusColumn> columns = new ArrayList<>();
        header.forEach(name -> columns.add(FocusColumn.byId(name).orElse(null)));
        return columns;
    }

    private static @Nullable String[] cells(Line line, List<@Nullable FocusColumn> columns) {
        @Nullable
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            FocusColumn column = columns.get(i);
            cells[i] = column == null ? null : line.get(column);
        }
        return cells;
    }

    private static String quoted(@Nullable String cell) {
        return cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private Line line(String label, String category, String frequency, String description) {
        return line("AWS", label, category, frequency, description)
                .set(FocusColumn.BILLING_ACCOUNT_ID, "100000000001")
                .set(FocusColumn.BILLING_ACCOUNT_NAME, "Payer")
                .set(FocusColumn.BILLING_ACCOUNT_TYPE, "Payer Account")
                .set(FocusColumn.INVOICE_ID, "invoice-2025-03");
    }

    /** A new line of March, in dollars. */
    Line line(String provider, String label, String category, String frequency, String description) {
        Line line = new Line(label)
                .set(FocusColumn.BILLING_CURRENCY, "USD")
                .set(FocusColumn.BILLING_PERIOD_START, "2025-03-01T00:00:00Z")
                .set(FocusColumn.BILLING_PERIOD_END, "2025-04-01T00:00:00Z")
                .set(FocusColumn.CHARGE_CATEGORY, category)
                .set(FocusColumn.CHARGE_DESCRIPTION, description)
                .set(FocusColumn.CHARGE_FREQUENCY, frequency)
                .set(FocusColumn.INVOICE_ISSUER_NAME, provider)
                .set(FocusColumn.PRICING_CURRENCY, "USD")
                .set(FocusColumn.PROVIDER_NAME, provider)
                .set(FocusColumn.PUBLISHER_NAME, provider)
                .period("2025-03-01", "2025-04-01");
        lines.add(line);
        return line;
    }

    private Line daily(String label, int day, String category, String frequency) {
        return line(label, category, frequency, "Description of " + label)
                .period("2025-03-0" + day, "2025-03-0" + (day + 1));
    }

    private static Line place(Line line, String subAccount, String region) {
        return line.set(FocusColumn.SUB_ACCOUNT_ID, subAccount)
                .set(FocusColumn.SUB_ACCOUNT_NAME, "Name of " + subAccount)
                .set(FocusColumn.SUB_ACCOUNT_TYPE, "Linked Account")
                .set(FocusColumn.REGION_ID, region)
                .set(FocusColumn.REGION_NAME, "Name of " + region);
    }

    private static Line ec2(Line line) {
        return line.service("Amazon Elastic Compute Cloud", "Compute", "Virtual Machines");
    }

    private void usage(int day) {
        ec2(place(daily("web", day, "Usage", "Usage-Based"), WEB, "us-east-1"))
                .set(FocusColumn.AVAILABILITY_ZONE, "us-east-1a")
                .set(FocusColumn.SKU_PRICE_DETAILS,
                        "{\"InstanceType\":\"m7i.large\",\"CoreCount\":2,\"x_Tenancy\":\"Shared\"}")
                .set(FocusColumn.TAGS, "{\"team\":\"shop\",\"critical\":true}")
                .sku("sku-m7i", "price-m7i", "Standard").resource("i-web", "web server", "instance")
                .priced("0.1", "0.09", "16.0", "Hours").consumed("16.0", "Hours").plain();
        place(daily("disk", day, "Usage", "Usage-Based"), WEB, "us-east-1")
                .service("Amazon Elastic Block Store", "Storage", "Block Storage")
                .set(FocusColumn.AVAILABILITY_ZONE, "us-east-1a")
                .sku("sku-gp3", "price-gp3", "Standard").resource("vol-web", "web disk", "volume")
                .priced("0.08", "0.08", "6.451612903", "GB-Months").consumed("6.451612903", "GB-Months").plain();
        Line bucket = place(daily("storage", day, "Usage", "Usage-Based"), DATA, "eu-west-1")
                .service("Amazon Simple Storage Service", "Storage", "Object Storage")
                .sku("sku-s3", "price-s3", "Standard").resource("bucket-lake", "lake", "bucket")
                .priced("0.023", "0.0207", "1234.567", "GB-Months").consumed("1234.567", "GB-Months").plain();
        Line requests = bucket.copy();
        lines.add(requests.sku("sku-s3-put", "price-s3-put", "Standard")
                .set(FocusColumn.CHARGE_DESCRIPTION, "Description of requests")
                .priced("0.005", "0.0045", "4321.0", "1000 Requests").consumed("4321000.0", "Requests").plain());
        place(daily("db", day, "Usage", "Usage-Based"), DATA, "eu-west-1")
                .service("Amazon Relational Database Service", "Databases", "Relational Databases")
                .sku("sku-db", "price-db", "Standard").resource("db-orders", "orders", "db")
                .priced("0.41", "0.369", "24.0", "Hours").consumed("24.0", "Hours").plain();
        ec2(place(daily("gpu", day, "Usage", "Usage-Based"), DATA, "eu-west-1"))
                .sku("sku-p5", "price-p5", "Dynamic").resource("i-gpu", "trainer", "instance")
                .set(FocusColumn.CAPACITY_RESERVATION_ID, "cr-1").set(FocusColumn.CAPACITY_RESERVATION_STATUS, "Used")
                .priced("12.5", "12.5", "7.25", "Hours").consumed("7.25", "Hours").plain();
        place(daily("keys", day, "Usage", "Usage-Based"), DATA, "eu-west-1")
                .service("AWS Key Management Service", "Security", "Secret Management")
                .sku("sku-kms", "price-kms", "Standard").resource("key-1", "key", "key")
                .priced("0.000003", "0.000003", "900.0", "Requests").consumed("900.0", "Requests").plain();
    }

    /** 10 hours a day of one instance type: the web server uses 8. */
    private void instanceCommitment(int day) {
        ec2(place(daily("ri-purchase", day, "Purchase", "Recurring"), WEB, "us-east-1"))
                .sku("sku-m7i", "price-ri", "Standard").resource("ri-1", "reservation", "reservation")
                .commitment("ri-1", "Usage", "Hours", "10.0")
                .priced("0.06", "0.06", "10.0", "Hours").effective(BigDecimal.ZERO).billed(new BigDecimal("0.6"));
        ec2(place(daily("ri-used", day, "Usage", "Usage-Based"), WEB, "us-east-1"))
                .set(FocusColumn.AVAILABILITY_ZONE, "us-east-1a")
                .sku("sku-m7i", "price-m7i-ri", "Committed").resource("i-web", "web server", "instance")
                .commitment("ri-1", "Usage", "Hours", "8.0").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used")
                .priced("0.1", "0.06", "8.0", "Hours").consumed("8.0", "Hours")
                .effective(new BigDecimal("0.48")).billed(BigDecimal.ZERO);
        ec2(place(daily("ri-unused", day, "Usage", "Usage-Based"), WEB, "us-east-1"))
                .sku("sku-m7i", "price-ri-unused", "Committed").resource("ri-1", "reservation", "reservation")
                .commitment("ri-1", "Usage", "Hours", "2.0").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced("0.06", "0.06", "2.0", "Hours")
                .effective(new BigDecimal("0.12")).billed(BigDecimal.ZERO);
    }

    /** An instance for a year from the first of March, a part of it paid at once: 24 hours a day, of which 20 are used. */
    private void prepaidCommitment(int day) {
        if (day == 1) {
            ec2(place(line("pu-once", "Purchase", "One-Time", "Half of a year"), WEB, "us-east-1"))
                    .period("2025-03-01", "2026-03-01")
                    .sku("sku-ri", "price-ri-once", "Standard").resource("ri-2", "reserved year", "reservation")
                    .commitment("ri-2", "Usage", "Hours", "8760.0")
                    .priced("0.02", "0.02", "8760.0", "Hours").effective(BigDecimal.ZERO)
                    .billed(new BigDecimal("175.2"));
        }
        ec2(place(daily("pu-fee", day, "Purchase", "Recurring"), WEB, "us-east-1"))
                .sku("sku-ri", "price-ri-fee", "Standard").resource("ri-2", "reserved year", "reservation")
                .commitment("ri-2", "Usage", "Hours", "24.0")
                .priced("0.03", "0.03", "24.0", "Hours").effective(BigDecimal.ZERO).billed(new BigDecimal("0.72"));
        ec2(place(daily("pu-used", day, "Usage", "Usage-Based"), DATA, "us-east-1"))
                .sku("sku-m5", "price-m5-ri", "Committed").resource("i-batch", "batch server", "instance")
                .commitment("ri-2", "Usage", "Hours", "20.0").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used")
                .priced("0.1", "0.1", "20.0", "Hours").consumed("20.0", "Hours")
                .effective(new BigDecimal("1.0")).billed(BigDecimal.ZERO);
        ec2(place(daily("pu-unused", day, "Usage", "Usage-Based"), WEB, "us-east-1"))
                .sku("sku-ri", "price-ri-rest", "Committed").resource("ri-2", "reserved year", "reservation")
                .commitment("ri-2", "Usage", "Hours", "4.0").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced("0.05", "0.05", "4.0", "Hours")
                .effective(new BigDecimal("0.2")).billed(BigDecimal.ZERO);
    }

    /** 24 USD a day: functions use 20.5. */
    private void spendCommitment(int day) {
        place(daily("sp-purchase", day, "Purchase", "Recurring"), WEB, "us-east-1")
                .service("Savings Plans", "Compute", "Other (Compute)")
                .sku("sku-sp", "price-sp", "Standard").resource("sp-1", "savings plan", "savings plan")
                .commitment("sp-1", "Spend", "USD", "24.0")
                .priced("1.0", "1.0", "24.0", "USD").effective(BigDecimal.ZERO).billed(new BigDecimal("24.0"));
        place(daily("sp-used", day, "Usage", "Usage-Based"), DATA, "eu-west-1")
                .service("AWS Lambda", "Compute", "Serverless Compute")
                .sku("sku-fn", "price-fn-sp", "Committed").resource("fn-etl", "etl", "function")
                .commitment("sp-1", "Spend", "USD", "20.5").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used")
                .priced("0.0000166667", "0.0000145", "1500000.0", "GB-Seconds").consumed("1500000.0", "GB-Seconds")
                .effective(new BigDecimal("20.5")).billed(BigDecimal.ZERO);
        place(daily("sp-unused", day, "Usage", "Usage-Based"), WEB, "us-east-1")
                .service("Savings Plans", "Compute", "Other (Compute)")
                .sku("sku-sp", "price-sp-unused", "Committed").resource("sp-1", "savings plan", "savings plan")
                .commitment("sp-1", "Spend", "USD", "3.5").set(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused")
                .priced("1.0", "1.0", "3.5", "USD")
                .effective(new BigDecimal("3.5")).billed(BigDecimal.ZERO);
        place(daily("fn", day, "Usage", "Usage-Based"), DATA, "eu-west-1")
                .service("AWS Lambda", "Compute", "Serverless Compute")
                .sku("sku-fn", "price-fn", "Standard").resource("fn-etl", "etl", "function")
                .priced("0.0000166667", "0.0000166667", "250000.0", "GB-Seconds").consumed("250000.0", "GB-Seconds")
                .plain();
    }

    private void onceAMonth() {
        line("support", "Purchase", "Recurring", "Business support")
                .service("AWS Support", "Management and Governance", "Support")
                .sku("sku-support", "price-support", "Standard")
                .priced("100.0", "100.0", "1.0", "Months").plain();
        BigDecimal credit = new BigDecimal("-2.5");
        ec2(place(line("credit", "Credit", "One-Time", "Promotional credit"), WEB, "us-east-1"))
                .set(FocusColumn.LIST_COST, credit).set(FocusColumn.CONTRACTED_COST, credit)
                .billed(credit).effective(credit);
        ec2(place(line("correction", "Usage", "Usage-Based", "Correction of February"), WEB, "us-east-1"))
                .set(FocusColumn.AVAILABILITY_ZONE, "us-east-1a")
                .set(FocusColumn.SKU_PRICE_DETAILS,
                        "{\"InstanceType\":\"m7i.large\",\"CoreCount\":2,\"x_Tenancy\":\"Shared\"}")
                .set(FocusColumn.CHARGE_CLASS, "Correction")
                .period("2025-02-27", "2025-02-28")
                .sku("sku-m7i", "price-m7i", "Standard").resource("i-web", "web server", "instance")
                .priced("0.11", "0.1", "-2.0", "Hours").consumed("-2.0", "Hours").plain();
    }

    private static boolean isTaxed(Line line) {
        return line.get(FocusColumn.COMMITMENT_DISCOUNT_ID) == null && line.get(FocusColumn.CHARGE_CLASS) == null
                && !"Credit".equals(line.get(FocusColumn.CHARGE_CATEGORY));
    }

    private static String taxGroup(Line line) {
        return line.get(FocusColumn.PROVIDER_NAME) + "/" + line.get(FocusColumn.SUB_ACCOUNT_ID) + "/"
                + line.get(FocusColumn.SERVICE_NAME) + "/"
                + line.get(FocusColumn.REGION_ID);
    }

    private void tax(List<Line> taxed) {
        Line like = taxed.get(0);
        Line tax = line("tax-" + like.label(), "Tax", "Recurring", "Sales tax");
        for (FocusColumn column : List.of(FocusColumn.PROVIDER_NAME, FocusColumn.PUBLISHER_NAME,
                FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.INVOICE_ID, FocusColumn.BILLING_ACCOUNT_ID,
                FocusColumn.BILLING_ACCOUNT_NAME, FocusColumn.BILLING_ACCOUNT_TYPE, FocusColumn.SUB_ACCOUNT_ID,
                FocusColumn.SUB_ACCOUNT_NAME,
                FocusColumn.SUB_ACCOUNT_TYPE, FocusColumn.REGION_ID, FocusColumn.REGION_NAME, FocusColumn.SERVICE_NAME,
                FocusColumn.SERVICE_CATEGORY, FocusColumn.SERVICE_SUBCATEGORY)) {
            String text = like.get(column);
            if (text != null) {
                tax.set(column, text);
            }
        }
        tax.currencyOf(like);
        BigDecimal rate = new BigDecimal(switch (String.valueOf(like.get(FocusColumn.BILLING_CURRENCY))) {
            case "EUR" -> "0.20";
            case "JPY" -> "0.10";
            default -> "0.08";
        });
        int decimals = "JPY".equals(like.get(FocusColumn.BILLING_CURRENCY)) ? 0 : 2;
        for (FocusColumn cost : List.of(FocusColumn.BILLED_COST, FocusColumn.LIST_COST, FocusColumn.CONTRACTED_COST)) {
            tax.set(cost, taxed.stream().map(line -> line.number(cost)).reduce(BigDecimal.ZERO, BigDecimal::add)
                    .multiply(rate).setScale(decimals, RoundingMode.HALF_UP));
        }
        tax.effective(tax.number(FocusColumn.BILLED_COST));
        if (tax.number(FocusColumn.BILLED_COST).signum() == 0) {
            lines.remove(tax);
        }
    }
}
