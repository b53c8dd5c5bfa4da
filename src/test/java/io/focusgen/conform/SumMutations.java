package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import io.focusgen.focus.FocusColumn;

/** Spoils what only several rows show: commitments, tax, machine hours, duplicates. */
final class SumMutations {

    static final List<Mutation> ALL = List.of(
            Mutation.of("FG-COMMITMENT-CONSTANT", bill -> {
                bill.line("ri-used", 2).set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "9.0");
                bill.line("ri-purchase", 2).set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "11.0");
            }).also("FG-COMMITMENT-HOURS"),
            Mutation.of("FG-COMMITMENT-GAP", bill -> Stream.of("sp-used", "sp-unused", "sp-purchase")
                    .forEach(label -> bill.lines.remove(bill.line(label, 2)))),
            Mutation.of("DiscountHandling-A-017-C", bill -> {
                Line half = bill.line("ri-unused", 2).set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "1.0")
                        .priced("0.06", "0.06", "1.0", "Hours").effective(new BigDecimal("0.06"));
                bill.lines.add(half.copy().set(FocusColumn.CHARGE_DESCRIPTION, "The other half"));
            }),
            Mutation.of("FG-COMMITMENT-GRAIN", bill -> {
                bill.lines.remove(bill.line("sp-purchase", 2));
                bill.line("sp-purchase").period("2025-03-01", "2025-03-03")
                        .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "48.0").billed(new BigDecimal("48.0"));
            }),
            Mutation.of("FG-COMMITMENT-GRAIN", bill -> bill.line("ri-used", 2).period("2025-03-02", "2025-03-04"))
                    .also("FG-COMMITMENT-GAP", "FG-COMMITMENT-CONSTANT", "EffectiveCost-C-012-C"),
            Mutation.of("CommitmentDiscountQuantity-C-012-C", bill -> bill.each("ri-purchase").forEach(
                    line -> line.set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "11.0"))).also("FG-COMMITMENT-HOURS"),
            Mutation.of("EffectiveCost-C-012-C", bill -> bill.line("ri-used", 3)
                    .effective(new BigDecimal("0.480000000001"))),
            Mutation.of("EffectiveCost-C-012-C", bill -> bill.line("ri-purchase", 3).billed(new BigDecimal("0.61"))),

            Mutation.of("CommitmentDiscountQuantity-C-011-C", bill -> bill.line("pu-once")
                    .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "8759.0")),
            Mutation.of("FG-COMMITMENT-TERM", bill -> bill.line("pu-once").period("2025-03-02", "2026-03-02")),
            Mutation.of("EffectiveCost-C-012-C", bill -> bill.line("pu-once").billed(new BigDecimal("175.3"))),
            Mutation.of("EffectiveCost-C-012-C", bill -> bill.each("pu-used").forEach(
                    line -> line.effective(new BigDecimal("0.99")))),

            Mutation.of("FG-TAX-RATE", bill -> bill.line("tax-db").billed(
                    bill.line("tax-db").number(FocusColumn.BILLED_COST).add(new BigDecimal("0.02")))),
            Mutation.of("ListCost-C-007-C", bill -> bill.line("tax-db").set(FocusColumn.LIST_COST,
                    bill.line("tax-db").number(FocusColumn.CONTRACTED_COST))),
            Mutation.of("ContractedCost-C-007-C", bill -> bill.line("tax-db").set(FocusColumn.CONTRACTED_COST,
                    bill.line("tax-db").number(FocusColumn.LIST_COST))),
            Mutation.of("EffectiveCost-C-009-C", bill -> bill.line("tax-db").effective(BigDecimal.ZERO)),
            Mutation.of("FG-TAX-BASE", bill -> bill.line("tax-db").clear(FocusColumn.REGION_ID,
                    FocusColumn.REGION_NAME)).also("FG-TAX-COMPLETE"),
            Mutation.of("FG-TAX-COMPLETE", bill -> bill.lines.remove(bill.line("tax-db"))),

            Mutation.of("FG-CREDIT-WITHIN-COST", bill -> {
                BigDecimal more = new BigDecimal("-1000000.0");
                bill.line("credit").set(FocusColumn.LIST_COST, more).set(FocusColumn.CONTRACTED_COST, more)
                        .billed(more).effective(more);
            }),

            Mutation.of("FG-MACHINE-HOURS", bill -> bill.line("web", 2)
                    .priced("0.1", "0.09", "16.000000001", "Hours").plain()),
            Mutation.of("FG-MACHINE-HOURS", bill -> bill.line("db", 2)
                    .priced("0.41", "0.369", "24.1", "Hours").plain()),
            Mutation.of("FG-MACHINE-HOURS", bill -> bill.line("az-vm", 2)
                    .priced("0.192", "0.1824", "24.1", "Hours").plain()),
            Mutation.of("FG-DEVICE-HOURS", bill -> {
                bill.each("az-vm").forEach(line -> line.set(FocusColumn.RESOURCE_TYPE, "NAT gateway"));
                bill.line("az-vm", 2).priced("0.192", "0.1824", "24.1", "Hours").plain();
            }),
            Mutation.of("FG-WHOLE-UNITS",
                    bill -> bill.each("az-vm").forEach(line -> line.set(FocusColumn.RESOURCE_TYPE, "domain"))),
            Mutation.of("FG-COMMITMENT-HOURS", bill -> {
                bill.line("az-ri-used").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "19.0");
                bill.line("az-ri-unused").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "5.0");
            }),
            Mutation.of("FG-COMMITMENT-SPEND", bill -> {
                bill.line("az-sp-used").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "9.0");
                bill.line("az-sp-unused").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "3.0");
            }),
            Mutation.of("FG-COMMITMENT-SPEND", bill -> {
                bill.line("sp-used").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "20.4");
                bill.line("sp-unused").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "3.6");
            }),
            Mutation.of("FG-TAX-COIN", bill -> {
                Line tax = bill.line("tax-db");
                BigDecimal odd = tax.number(FocusColumn.BILLED_COST).add(new BigDecimal("0.001"));
                tax.billed(odd).effective(odd);
            }),
            Mutation.of("FG-TAX-COIN", bill -> {
                Line tax = bill.line("tax-gc-bucket");
                tax.set(FocusColumn.LIST_COST, tax.number(FocusColumn.LIST_COST).add(new BigDecimal("0.5")));
            }),

            Mutation.of("FG-RATE-LIST", bill -> bill.each("az-vm").forEach(line -> {
                line.set(FocusColumn.LIST_UNIT_PRICE, "0.1645633");
                line.set(FocusColumn.LIST_COST, new BigDecimal("0.1645633").multiply(new BigDecimal("23.5")));
            })),
            Mutation.of("FG-RATE-LIST", bill -> bill.each("gc-cud-core-unused").forEach(
                    line -> line.set(FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, "0.0"))),
            Mutation.of("FG-RATE-CONTRACTED", bill -> bill.each("az-vm").forEach(
                    line -> line.set(FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, "0.1824001"))),
            Mutation.of("FG-RATE-EFFECTIVE", bill -> {
                Line line = bill.line("gc-bucket", 3);
                line.set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST,
                        line.number(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST).add(new BigDecimal("0.0000000002")));
            }),
            Mutation.of("FG-RATE-EFFECTIVE", bill -> bill.line("tax-az-vm")
                    .set(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, "0.0")),
            Mutation.of("FG-GOOGLE-MACHINE-PARTS", bill -> bill.line("gc-ram", 3)
                    .priced("0.004237", "0.004237", "383.0", "GiB-Hours").plain()),
            Mutation.of("FG-GOOGLE-MACHINE-PARTS", bill -> {
                Line memory = bill.line("gc-ram", 3);
                memory.sku("n2-ram", "spot", "Dynamic")
                        .set(FocusColumn.SKU_METER, String.valueOf(bill.line("gc-ram").get(FocusColumn.SKU_METER)));
            }),
            Mutation.of("FG-SERVERLESS-PARTS", bill -> bill.each("az-vm").forEach(line -> line
                    .set(FocusColumn.RESOURCE_TYPE, "Container instances")
                    .set(FocusColumn.PRICING_UNIT, "Core-Hours"))),
            Mutation.of("FG-GOOGLE-PROJECT-NUMBER", bill -> bill.line("gc-bucket").resource(
                    "//storage.googleapis.com/projects/99/buckets/shop-lake-2", "shop-lake-2", "Bucket")),
            Mutation.of("FG-RESOURCE-TEAM", bill -> bill.line("az-vm", 2)
                    .set(FocusColumn.TAGS, "{\"Team \":\"data\"}")),
            Mutation.of("FG-USAGE-ONCE", bill -> bill.lines.add(bill.line("keys", 2).copy())));

    private SumMutations() {
    }
}
