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
            }),
            Mutation.of("FG-COMMITMENT-GAP", bill -> Stream.of("sp-used", "sp-unused", "sp-purchase")
                    .forEach(label -> bill.lines.remove(bill.line(label, 2)))),
            Mutation.of("DiscountHandling-A-017-C", bill -> {
                Line half = bill.line("ri-unused", 2).set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "1.0")
                        .priced("0.06", "0.06", "1.0", "Hours").effective(new BigDecimal("0.06"));
                bill.lines.add(half.copy().set(FocusColumn.CHARGE_DESCRIPTION, "The other half"));
            }),
            Mutation.of("FG-COMMITMENT-GRAIN", bill -> {
                List.of(2, 3, 4).forEach(day -> bill.lines.remove(bill.line("sp-purchase", 2)));
                bill.line("sp-purchase").period("2025-03-01", "2025-03-05")
                        .set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "96.0").billed(new BigDecimal("96.0"));
            }),
            Mutation.of("CommitmentDiscountQuantity-C-012-C", bill -> bill.each("ri-purchase").forEach(
                    line -> line.set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "11.0"))),
            Mutation.of("EffectiveCost-C-012-C", bill -> bill.line("ri-used", 3)
                    .effective(new BigDecimal("0.480000000001"))),
            Mutation.of("EffectiveCost-C-012-C", bill -> bill.line("ri-purchase", 3).billed(new BigDecimal("0.61"))),

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

            Mutation.of("FG-MACHINE-HOURS", bill -> bill.line("web", 2)
                    .priced("0.1", "0.09", "16.000000001", "Hours").plain()),
            Mutation.of("FG-MACHINE-HOURS", bill -> bill.line("db", 2)
                    .priced("0.41", "0.369", "24.1", "Hours").plain()),
            Mutation.of("FG-USAGE-ONCE", bill -> bill.lines.add(bill.line("keys", 2).copy())));

    private SumMutations() {
    }
}
