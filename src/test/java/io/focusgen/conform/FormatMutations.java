package io.focusgen.conform;

import java.util.List;
import java.util.stream.Stream;

import io.focusgen.focus.FocusColumn;

/** Spoils names of columns, the way single cells are written, and closed values. */
final class FormatMutations {

    private static final List<Mutation> HEADER = List.of(
            Mutation.of("ColumnHandling-A-001-M", bill -> rename(bill, "Tags", "tags")),
            Mutation.of("ColumnHandling-A-010-M", bill -> bill.header.add("Team")),
            Mutation.of("ColumnHandling-A-013-O", bill -> bill.header.add(0, "x_Team")),
            Mutation.of("FG-HEADER-DUPLICATE", bill -> bill.header.add("Tags")));

    private static final List<Mutation> CELLS = List.of(
            set("StringHandling-A-007-M", "web", FocusColumn.CHARGE_DESCRIPTION, "  "),
            set("StringHandling-A-007-M", "web", FocusColumn.TAGS, ""),
            set("NullHandling-A-002-M", "web", FocusColumn.CHARGE_DESCRIPTION, "n/a"),
            set("NullHandling-A-002-M", "web", FocusColumn.CHARGE_DESCRIPTION, "INVALID_COST"),
            set("StringHandling-A-001-M", "web", FocusColumn.CHARGE_DESCRIPTION, "web \ud800 server").also("FG-ASCII"),
            set("FG-ASCII", "web", FocusColumn.CHARGE_DESCRIPTION, "Z\u00fcrich"),
            set("FG-ASCII", "web", FocusColumn.CHARGE_DESCRIPTION, "two\nlines"),
            set("NumericFormat-A-003-M", "keys", FocusColumn.CONSUMED_QUANTITY, "1,000.0"),
            set("NumericFormat-A-003-M", "keys", FocusColumn.CONSUMED_QUANTITY, "+900.0"),
            set("NumericFormat-A-003-M", "keys", FocusColumn.CONSUMED_QUANTITY, "9.0E+2"),
            set("NumericFormat-A-003-M", "keys", FocusColumn.CONSUMED_QUANTITY, "$900.0"),
            set("FG-DECIMAL-PLAIN", "keys", FocusColumn.CONSUMED_QUANTITY, "900"),
            set("FG-DECIMAL-PLAIN", "keys", FocusColumn.CONSUMED_QUANTITY, "9.0E2"),
            set("FG-DECIMAL-PLAIN", "keys", FocusColumn.CONSUMED_QUANTITY, "0900.0"),
            set("FG-DECIMAL-PLAIN", "ri-used", FocusColumn.BILLED_COST, "-0.0"),
            set("DateTimeFormat-A-003-M", "support", FocusColumn.CHARGE_PERIOD_END, "2025-04-01T00:00:00.000Z"),
            set("DateTimeFormat-A-003-M", "support", FocusColumn.CHARGE_PERIOD_END, "2025-04-01T00:00:00+00:00"),
            set("DateTimeFormat-A-003-M", "support", FocusColumn.CHARGE_PERIOD_END, "2025-02-29T00:00:00Z"),
            Mutation.of("BillingCurrency-C-003-M", bill -> bill.lines.stream()
                    .filter(line -> "USD".equals(line.get(FocusColumn.BILLING_CURRENCY)))
                    .forEach(line -> line.set(FocusColumn.BILLING_CURRENCY, "USDollar")))
                    .also("FG-AWS-DOLLARS", "FG-RATE-EFFECTIVE"),
            set("KeyValueFormat-A-001-M", "web", FocusColumn.TAGS, "team=shop"),
            set("KeyValueFormat-A-001-M", "web", FocusColumn.TAGS, "[\"shop\"]"),
            set("KeyValueFormat-A-002-M", "web", FocusColumn.TAGS, "{\"team\":\"data\",\"te\\u0061m\":\"shop\"}"),
            set("KeyValueFormat-A-004-M", "web", FocusColumn.TAGS, "{\"team\":[\"shop\",\"data\"]}"),
            Mutation.of("SkuPriceDetails-C-017-C", bill -> bill.each("db").forEach(
                    line -> line.set(FocusColumn.SKU_PRICE_DETAILS, "{\"Engine\":\"postgres\"}"))),
            Mutation.of("SkuPriceDetails-C-021-M", bill -> bill.each("db").forEach(
                    line -> line.set(FocusColumn.SKU_PRICE_DETAILS, "{\"CoreCount\":\"2\"}"))),
            set("UnitFormat-A-001-M", "keys", FocusColumn.CONSUMED_UNIT, "Request"),
            set("UnitFormat-A-001-M", "keys", FocusColumn.CONSUMED_UNIT, "GBs").also("UnitFormat-A-003-M"),
            set("UnitFormat-A-003-M", "keys", FocusColumn.CONSUMED_UNIT, "requests"),
            set("UnitFormat-A-003-M", "storage", FocusColumn.CONSUMED_UNIT, "gb-Months"));

    private static final List<Mutation> VALUES = List.of(
            set("ChargeCategory-C-003-M", "credit", FocusColumn.CHARGE_CATEGORY, "Refund"),
            set("ChargeClass-C-005-C", "credit", FocusColumn.CHARGE_CLASS, "Correct"),
            set("ChargeFrequency-C-003-M", "credit", FocusColumn.CHARGE_FREQUENCY, "Yearly"),
            set("ChargeFrequency-C-004-C", "support", FocusColumn.CHARGE_FREQUENCY, "Usage-Based"),
            Mutation.of("PricingCategory-C-007-M", bill -> bill.each("gpu").forEach(
                    line -> line.set(FocusColumn.PRICING_CATEGORY, "Spot"))),
            Mutation.of("PricingCategory-C-009-C", bill -> bill.each("ri-used").forEach(
                    line -> line.set(FocusColumn.PRICING_CATEGORY, "Standard"))),
            Mutation.of("PricingCategory-C-009-C", bill -> bill.each("gpu").forEach(
                    line -> line.set(FocusColumn.PRICING_CATEGORY, "Committed"))),
            Mutation.of("CommitmentDiscountCategory-C-005-M", bill -> Stream.of("ri-purchase", "ri-used", "ri-unused")
                    .flatMap(label -> bill.each(label).stream())
                    .forEach(line -> line.set(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, "Hours"))),
            set("CommitmentDiscountStatus-C-005-M", "ri-used", FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Active"),
            set("CapacityReservationStatus-C-006-M", "gpu", FocusColumn.CAPACITY_RESERVATION_STATUS, "Active"),
            Mutation.of("ServiceCategory-C-003-M", bill -> ofService(bill, "AWS Support").forEach(
                    line -> line.set(FocusColumn.SERVICE_CATEGORY, "Help"))),
            Mutation.of("ServiceSubcategory-C-003-M", bill -> ofService(bill, "AWS Support").forEach(
                    line -> line.set(FocusColumn.SERVICE_SUBCATEGORY, "Help"))),
            Mutation.of("ServiceSubcategory-C-004-M", bill -> ofService(bill, "AWS Support").forEach(
                    line -> line.set(FocusColumn.SERVICE_SUBCATEGORY, "Virtual Machines"))));

    static final List<Mutation> ALL = Stream.of(HEADER, mandatoryColumns(), CELLS, VALUES).flatMap(List::stream)
            .toList();

    private FormatMutations() {
    }

    private static List<Mutation> mandatoryColumns() {
        return HeaderRules.presence().entrySet().stream()
                .map(entry -> Mutation.of(entry.getValue().id(), bill -> bill.header.remove(entry.getKey().id())))
                .toList();
    }

    private static Mutation set(String rule, String label, FocusColumn column, String text) {
        return Mutation.of(rule, bill -> bill.line(label).set(column, text));
    }

    private static Stream<Line> ofService(SampleBill bill, String service) {
        return bill.lines.stream().filter(line -> service.equals(line.get(FocusColumn.SERVICE_NAME)));
    }

    private static void rename(SampleBill bill, String from, String to) {
        bill.header.set(bill.header.indexOf(from), to);
    }
}
