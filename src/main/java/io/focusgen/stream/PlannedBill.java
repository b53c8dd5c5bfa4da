package io.focusgen.stream;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the bills of one provider in a data set come to.
 *
 * @param provider its label
 * @param budget BilledCost before tax a month that the rows meet: the one asked for, or the profile's own bent to the nearest
 *     feasible value
 * @param currency of the budget, ISO 4217
 * @param commitmentCoverage covered share of eligible usage that the rows meet; zero where the bill is too small for
 *     commitments
 */
public record PlannedBill(String provider, BigDecimal budget, String currency, BigDecimal commitmentCoverage) {

    /** The budgets of several bills in a line of text: {@code 200000.00 USD}, with its provider where there are several. */
    public static String budgets(List<PlannedBill> bills) {
        return joined(bills,
                bill -> bill.budget.setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + bill.currency);
    }

    /** The same for the covered shares. */
    public static String coverages(List<PlannedBill> bills) {
        return joined(bills, bill -> bill.commitmentCoverage.stripTrailingZeros().toPlainString());
    }

    private static String joined(List<PlannedBill> bills, Function<PlannedBill, String> text) {
        return bills.size() == 1
                ? text.apply(bills.get(0))
                : bills.stream().map(bill -> bill.provider + " " + text.apply(bill)).collect(Collectors.joining(", "));
    }
}
