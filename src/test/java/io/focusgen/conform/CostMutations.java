package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.List;

import io.focusgen.focus.FocusColumn;

/** Spoils costs, prices and periods of single rows. */
final class CostMutations {

    private static final BigDecimal TINY = new BigDecimal("0.000000000001");

    static final List<Mutation> ALL = List.of(
            add("ListCost-C-009-C", "disk", FocusColumn.LIST_COST, TINY),
            add("ContractedCost-C-009-C", "ri-used", FocusColumn.CONTRACTED_COST, TINY),
            set("ListUnitPrice-C-008-M", "credit", FocusColumn.LIST_UNIT_PRICE, "-1.0"),
            set("ContractedUnitPrice-C-009-C", "credit", FocusColumn.CONTRACTED_UNIT_PRICE, "-1.0"),
            set("PricingCurrencyListUnitPrice-C-008-M", "credit", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, "-1.0"),
            set("PricingCurrencyContractedUnitPrice-C-008-C", "credit",
                    FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, "-1.0"),
            set("EffectiveCost-C-005-C", "ri-purchase", FocusColumn.EFFECTIVE_COST, "0.6")
                    .also("FG-PRICING-CURRENCY-EFFECTIVE"),
            set("PricingCurrencyEffectiveCost-C-005-M", "ri-purchase", FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST,
                    "0.6").also("FG-PRICING-CURRENCY-EFFECTIVE"),
            set("DiscountHandling-A-009-C", "ri-used", FocusColumn.BILLED_COST, "0.48"),
            add("ListCost-C-008-C", "credit", FocusColumn.LIST_COST, TINY),
            add("ContractedCost-C-008-C", "credit", FocusColumn.CONTRACTED_COST, TINY),
            Mutation.of("EffectiveCost-C-010-C", bill -> bill.line("credit").effective(BigDecimal.ZERO)),
            add("FG-PLAIN-USAGE-BILLED", "disk", FocusColumn.BILLED_COST, TINY),
            Mutation.of("FG-PLAIN-USAGE-EFFECTIVE", bill -> {
                Line line = bill.line("disk");
                BigDecimal less = line.number(FocusColumn.EFFECTIVE_COST).subtract(TINY);
                line.billed(less).effective(less);
            }),
            Mutation.of("FG-LIST-ABOVE-CONTRACTED", bill -> bill.each("disk").forEach(
                    line -> line.priced("0.079999", "0.08", "6.451612903", "GB-Months"))),
            Mutation.of("FG-CONTRACTED-ABOVE-EFFECTIVE", bill -> {
                BigDecimal more = bill.line("support").number(FocusColumn.CONTRACTED_COST).add(TINY);
                bill.line("support").billed(more).effective(more);
            }),
            add("FG-PRICING-CURRENCY-EFFECTIVE", "disk", FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST, TINY),
            add("FG-PRICING-CURRENCY-LIST", "support", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE, TINY),
            add("FG-PRICING-CURRENCY-CONTRACTED", "support",
                    FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE, TINY),

            set("BillingPeriodEnd-C-004-M", "credit", FocusColumn.BILLING_PERIOD_END, "2025-03-01T00:00:00Z")
                    .also("FG-BILLING-MONTH"),
            set("ChargePeriodEnd-C-004-M", "credit", FocusColumn.CHARGE_PERIOD_END, "2025-03-01T00:00:00Z"),
            set("FG-BILLING-MONTH", "credit", FocusColumn.BILLING_PERIOD_END, "2025-03-31T00:00:00Z"),
            set("FG-CHARGE-GRAIN", "disk", FocusColumn.CHARGE_PERIOD_START, "2025-03-01T12:00:00Z"),
            set("FG-CHARGE-GRAIN", "credit", FocusColumn.CHARGE_PERIOD_START, "2025-03-01T12:30:00Z"),
            Mutation.of("FG-USAGE-IN-BILLING-PERIOD", bill -> bill.line("disk").period("2025-03-31", "2025-04-02")),
            Mutation.of("FG-RECURRING-IN-BILLING-PERIOD", bill -> bill.line("support")
                    .period("2025-03-15", "2025-04-15")),
            Mutation.of("ChargeClass-C-003-C", bill -> bill.line("correction").period("2025-03-27", "2025-03-28")),

            Mutation.of("PricingCategory-C-008-C", bill -> bill.each("ri-purchase").forEach(
                    line -> line.set(FocusColumn.PRICING_CATEGORY, "Other"))),
            Mutation.of("DiscountHandling-A-012-C", bill -> bill.each("ri-purchase").forEach(
                    line -> line.set(FocusColumn.RESOURCE_ID, Nickname.arn("other")))),
            set("FG-PURCHASE-WITHOUT-STATUS", "ri-purchase", FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used"),
            Mutation.of("DiscountHandling-A-016-C", bill -> bill.each("ri-used").forEach(
                    line -> line.resource("ri-1", "reservation", "reservation").clear(FocusColumn.AVAILABILITY_ZONE))),
            Mutation.of("DiscountHandling-A-019-C", bill -> bill.each("ri-unused").forEach(
                    line -> line.set(FocusColumn.RESOURCE_ID, Nickname.arn("other")))),
            Mutation.of("CommitmentDiscountQuantity-C-015-C", bill -> {
                bill.line("ri-used").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "10.0");
                bill.line("ri-unused").set(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY, "0.0");
            }).also("FG-COMMITMENT-HOURS"));

    private CostMutations() {
    }

    private static Mutation set(String rule, String label, FocusColumn column, String text) {
        return Mutation.of(rule, bill -> bill.line(label).set(column, text));
    }

    private static Mutation add(String rule, String label, FocusColumn column, BigDecimal amount) {
        return Mutation.of(rule, bill -> {
            Line line = bill.line(label);
            line.set(column, line.number(column).add(amount));
        });
    }
}
