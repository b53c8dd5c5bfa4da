package io.focusgen.conform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.FocusColumn;

/** The arithmetic of one row. Exact: FOCUS 1.2 grants no tolerance to products. */
final class CostRules {

    private static final String DEFINITIONS = "definitions of the four costs in FOCUS 1.2";
    private static final String SAME_CURRENCY = "definition of the pricing currency in FOCUS 1.2";

    static final List<RowRule> ALL = List.of(
            product("ListCost-C-009-C", FocusColumn.LIST_COST, FocusColumn.LIST_UNIT_PRICE),
            product("ContractedCost-C-009-C", FocusColumn.CONTRACTED_COST, FocusColumn.CONTRACTED_UNIT_PRICE),
            notNegative("ListUnitPrice-C-008-M", FocusColumn.LIST_UNIT_PRICE),
            notNegative("ContractedUnitPrice-C-009-C", FocusColumn.CONTRACTED_UNIT_PRICE),
            notNegative("PricingCurrencyListUnitPrice-C-008-M", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE),
            notNegative("PricingCurrencyContractedUnitPrice-C-008-C",
                    FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE),

            zeroOnCommitmentPurchase("EffectiveCost-C-005-C", FocusColumn.EFFECTIVE_COST),
            zeroOnCommitmentPurchase("PricingCurrencyEffectiveCost-C-005-M",
                    FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST),
            new RowRule("DiscountHandling-A-009-C", "BilledCost is 0 on usage under a commitment.",
                    EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID),
                    row -> !row.isUsage() || row.isCorrection() || !row.isCommitment()
                            || isZeroOrUnknown(row, FocusColumn.BILLED_COST)),

            billedOnCredit("ListCost-C-008-C", FocusColumn.LIST_COST),
            billedOnCredit("ContractedCost-C-008-C", FocusColumn.CONTRACTED_COST),
            billedOnCredit("EffectiveCost-C-010-C", FocusColumn.EFFECTIVE_COST),

            new RowRule("FG-PLAIN-USAGE-BILLED",
                    "On usage without a commitment, invoiced by its provider, BilledCost equals EffectiveCost.",
                    DEFINITIONS,
                    EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.EFFECTIVE_COST,
                            FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PROVIDER_NAME),
                    row -> !isPlainUsage(row) || !row.same(FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PROVIDER_NAME)
                            || equal(row, FocusColumn.BILLED_COST, FocusColumn.EFFECTIVE_COST)),
            new RowRule("FG-PLAIN-USAGE-EFFECTIVE",
                    "On usage without a commitment, invoiced by its provider, EffectiveCost equals ContractedCost.",
                    DEFINITIONS,
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.CONTRACTED_COST,
                            FocusColumn.EFFECTIVE_COST, FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PROVIDER_NAME),
                    row -> !isPlainUsage(row) || !row.same(FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PROVIDER_NAME)
                            || equal(row, FocusColumn.EFFECTIVE_COST, FocusColumn.CONTRACTED_COST)),
            new RowRule("FG-LIST-ABOVE-CONTRACTED",
                    "A discount lowers the cost: ListCost is at least ContractedCost, where it is above 0.",
                    DEFINITIONS,
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.CONTRACTED_COST, FocusColumn.LIST_COST),
                    row -> isNotBelow(row, FocusColumn.LIST_COST, FocusColumn.CONTRACTED_COST)),
            new RowRule("FG-CONTRACTED-ABOVE-EFFECTIVE",
                    "A discount lowers the cost: ContractedCost is at least EffectiveCost, where it is above 0.",
                    DEFINITIONS,
                    EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                            FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.CONTRACTED_COST,
                            FocusColumn.EFFECTIVE_COST),
                    row -> isNotBelow(row, FocusColumn.CONTRACTED_COST, FocusColumn.EFFECTIVE_COST)),

            new RowRule("FG-TAX-COIN", "Costs of Tax are whole coins of the BillingCurrency, the smallest that it has.",
                    "tax is rounded where it is invoiced",
                    EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.BILLING_CURRENCY, FocusColumn.CHARGE_CATEGORY,
                            FocusColumn.CONTRACTED_COST, FocusColumn.EFFECTIVE_COST, FocusColumn.LIST_COST),
                    CostRules::isWholeCoinsOfTax),

            copy("FG-PRICING-CURRENCY-EFFECTIVE", FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST,
                    FocusColumn.EFFECTIVE_COST),
            copy("FG-PRICING-CURRENCY-LIST", FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE,
                    FocusColumn.LIST_UNIT_PRICE),
            copy("FG-PRICING-CURRENCY-CONTRACTED", FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE,
                    FocusColumn.CONTRACTED_UNIT_PRICE));

    private CostRules() {
    }

    private static RowRule product(String id, FocusColumn cost, FocusColumn price) {
        return new RowRule(id,
                cost.id() + " is " + price.id() + " × PricingQuantity to the last digit, except on corrections.",
                EnumSet.of(FocusColumn.CHARGE_CLASS, cost, price, FocusColumn.PRICING_QUANTITY), row -> {
                    Decimal unitPrice = row.decimal(price);
                    Decimal quantity = row.decimal(FocusColumn.PRICING_QUANTITY);
                    Decimal product = row.decimal(cost);
                    return row.isCorrection() || unitPrice == null || quantity == null || product == null
                            || unitPrice.times(quantity).equals(product);
                });
    }

    private static RowRule notNegative(String id, FocusColumn price) {
        return new RowRule(id, price.id() + " is not below 0.", EnumSet.of(price),
                row -> row.decimalOrZero(price).signum() >= 0);
    }

    private static RowRule zeroOnCommitmentPurchase(String id, FocusColumn cost) {
        return new RowRule(id, cost.id() + " is 0 on the purchase of a commitment.",
                EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID, cost),
                row -> !row.isPurchase() || !row.isCommitment() || isZeroOrUnknown(row, cost));
    }

    private static RowRule billedOnCredit(String id, FocusColumn cost) {
        return new RowRule(id, cost.id() + " equals BilledCost on a credit.",
                EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.CHARGE_CATEGORY, cost),
                row -> !row.isCategory(ChargeCategory.CREDIT) || equal(row, cost, FocusColumn.BILLED_COST));
    }

    private static RowRule copy(String id, FocusColumn copy, FocusColumn original) {
        Set<FocusColumn> columns = EnumSet.of(FocusColumn.BILLING_CURRENCY, FocusColumn.PRICING_CURRENCY, copy,
                original);
        return new RowRule(id, copy.id() + " equals " + original.id() + " where both currencies are the same.",
                SAME_CURRENCY, columns,
                row -> !row.same(FocusColumn.BILLING_CURRENCY, FocusColumn.PRICING_CURRENCY)
                        || equal(row, copy, original));
    }

    private static boolean isWholeCoinsOfTax(Row row) {
        if (!row.isTax() || row.lacks(FocusColumn.BILLING_CURRENCY)) {
            return true;
        }
        int decimals = FormatRules.coinDecimals(row.text(FocusColumn.BILLING_CURRENCY));
        return row.decimalOrZero(FocusColumn.BILLED_COST).decimals() <= decimals
                && row.decimalOrZero(FocusColumn.CONTRACTED_COST).decimals() <= decimals
                && row.decimalOrZero(FocusColumn.EFFECTIVE_COST).decimals() <= decimals
                && row.decimalOrZero(FocusColumn.LIST_COST).decimals() <= decimals;
    }

    private static boolean isPlainUsage(Row row) {
        return row.isUsage() && !row.isCorrection() && !row.isCommitment();
    }

    /** Of priced rows without a commitment: whether a cost above 0 is at least the other. */
    private static boolean isNotBelow(Row row, FocusColumn high, FocusColumn low) {
        if (!row.isPriced() || row.isCommitment()) {
            return true;
        }
        Decimal above = row.decimal(high);
        Decimal below = row.decimal(low);
        return above == null || below == null || above.signum() <= 0 || above.compareTo(below) >= 0;
    }

    private static boolean isZeroOrUnknown(Row row, FocusColumn column) {
        return row.decimalOrZero(column).signum() == 0;
    }

    /** Also true where one of them is missing. */
    private static boolean equal(Row row, FocusColumn a, FocusColumn b) {
        Decimal first = row.decimal(a);
        Decimal second = row.decimal(b);
        return first == null || second == null || first.equals(second);
    }
}
