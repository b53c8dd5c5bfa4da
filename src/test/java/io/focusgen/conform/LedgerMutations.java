package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.List;

import io.focusgen.focus.FocusColumn;

/** Spoils what rows of different months, issuers and reservations say of each other. */
final class LedgerMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of("FG-CORRECTION-ORIGINAL", bill -> february(bill, "2.0").period("2025-02-26", "2025-02-27")),
            Mutation.of("FG-CORRECTION-ORIGINAL",
                    bill -> february(bill, "2.0").resource("i-other", "other server", "instance")),
            Mutation.of("FG-CORRECTION-ORIGINAL", bill -> {
                february(bill, "2.0").set(FocusColumn.CHARGE_CLASS, "Correction").period("2025-01-27", "2025-01-28");
                february(bill, "2.0").sku("sku-m7i", "price-other", "Standard");
            }),
            Mutation.of("FG-CORRECTION-WITHIN", bill -> february(bill, "1.999999999")),
            Mutation.of("FG-CORRECTION-WITHIN", bill -> {
                february(bill, "2.0");
                bill.lines.add(bill.line("correction").copy());
            }),
            Mutation.of("FG-CORRECTION-WITHIN",
                    bill -> february(bill, "2.0").priced("0.1", "0.09", "2.0", "Hours").plain()),

            Mutation.of("FG-CAPACITY-CONSTANT", bill -> reserved(bill, 2, "Unused", "one")),
            Mutation.of("FG-CAPACITY-CONSTANT", bill -> reserved(bill, 3, "Used", "one")),
            Mutation.of("FG-CAPACITY-UNUSED", bill -> {
                for (int day = 1; day <= SampleBill.DAYS; day++) {
                    reserved(bill, day, "Unused", "one");
                    reserved(bill, day, "Unused", "other");
                }
            }),

            Mutation.of("BilledCost-C-005-C", bill -> thirdParty(bill).billed(new BigDecimal("0.01"))),
            Mutation.of("FG-INVOICE-ISSUER", bill -> thirdParty(bill).set(FocusColumn.INVOICE_ID, "invoice-2025-03")),
            Mutation.of("FG-ISSUER-EFFECTIVE", bill -> thirdParty(bill).effective(new BigDecimal("0.0027"))),

            Mutation.of("FG-COMMITMENT-IDLE", bill -> onDemandBeside(hourly(bill), 2)));

    private LedgerMutations() {
    }

    /** A row of February of so many hours, of which the sample's correction takes two back. */
    static Line february(SampleBill bill, String hours) {
        Line line = bill.line("web").copy().period("2025-02-27", "2025-02-28")
                .set(FocusColumn.BILLING_PERIOD_START, "2025-02-01T00:00:00Z")
                .set(FocusColumn.BILLING_PERIOD_END, "2025-03-01T00:00:00Z")
                .set(FocusColumn.INVOICE_ID, "invoice-2025-02")
                .priced("0.11", "0.1", hours, "Hours").consumed(hours, "Hours").plain();
        bill.lines.add(line);
        return line;
    }

    /** A little more of the capacity, too little to be taxed. */
    static Line reserved(SampleBill bill, int day, String status, String description) {
        Line line = bill.line("gpu", day).copy().set(FocusColumn.CAPACITY_RESERVATION_STATUS, status)
                .set(FocusColumn.CHARGE_DESCRIPTION, status + " " + description)
                .priced("12.5", "12.5", "0.0001", "Hours").consumed("0.0001", "Hours").plain();
        bill.lines.add(line);
        return line;
    }

    /** What a vendor sells through the provider and invoices itself. */
    static Line thirdParty(SampleBill bill) {
        Line line = bill.line("keys").copy().set(FocusColumn.CHARGE_DESCRIPTION, "Queries")
                .set(FocusColumn.PUBLISHER_NAME, "Vendor").set(FocusColumn.INVOICE_ISSUER_NAME, "Vendor")
                .set(FocusColumn.INVOICE_ID, "vendor-1").service("Vendor Search", "Databases", "Other (Databases)")
                .sku("sku-vendor", "price-vendor", "Standard").resource("agmt-1", "Vendor Search", "agreement")
                .billed(BigDecimal.ZERO).effective(BigDecimal.ZERO);
        bill.lines.add(line);
        return line;
    }

    /** Makes days of the instance commitment hours. */
    static SampleBill hourly(SampleBill bill) {
        for (int hour = 0; hour < SampleBill.DAYS; hour++) {
            hour(bill.line("ri-purchase", hour + 1), hour, "0.06", "1.0").billed(new BigDecimal("0.06"));
            hour(bill.line("ri-used", hour + 1), hour, "0.1", "0.8").consumed("0.8", "Hours")
                    .effective(new BigDecimal("0.048"));
            hour(bill.line("ri-unused", hour + 1), hour, "0.06", "0.2").effective(new BigDecimal("0.012"));
        }
        return bill;
    }

    private static Line hour(Line line, int hour, String list, String hours) {
        return line.set(FocusColumn.CHARGE_PERIOD_START, "2025-03-01T0" + hour + ":00:00Z")
                .set(FocusColumn.CHARGE_PERIOD_END, "2025-03-01T0" + (hour + 1) + ":00:00Z")
                .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, hours).priced(list, "0.06", hours, "Hours");
    }

    /** Another server of the same type, on demand, for an hour. */
    static Line onDemandBeside(SampleBill bill, int hour) {
        Line line = bill.line("web").copy().resource("i-web-2", "another server", "instance")
                .set(FocusColumn.CHARGE_PERIOD_START, "2025-03-01T0" + hour + ":00:00Z")
                .set(FocusColumn.CHARGE_PERIOD_END, "2025-03-01T0" + (hour + 1) + ":00:00Z")
                .priced("0.1", "0.09", "0.01", "Hours").consumed("0.01", "Hours").plain();
        bill.lines.add(line);
        return line;
    }
}
