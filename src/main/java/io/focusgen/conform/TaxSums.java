package io.focusgen.conform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/**
 * Tax is one rate of what it taxes. A bill is a billing account's month with one issuer; within it tax is owed per
 * (sub account, service, region) on plain usage and on purchases that are consumed at once. Each Tax row may be rounded
 * to the minor unit of the currency, so each group allows a range of rates; the group with the largest base says the
 * rate most precisely and goes first.
 */
final class TaxSums implements SetCheck {

    private static final Set<FocusColumn> GROUPED = EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_CURRENCY, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CATEGORY,
            FocusColumn.CHARGE_CLASS, FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.EFFECTIVE_COST,
            FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.REGION_ID, FocusColumn.SERVICE_NAME,
            FocusColumn.SUB_ACCOUNT_ID);

    static final SetRule ONE_RATE = new SetRule("FG-TAX-RATE",
            "In a bill, the Tax of every sub account, service and region is the same rate of its taxable BilledCost, "
                    + "within a minor unit per Tax row.",
            "FOCUS 1.2, charges calculated from others", GROUPED);

    static final SetRule LIST = ofCost("ListCost-C-007-C", FocusColumn.LIST_COST);
    static final SetRule CONTRACTED = ofCost("ContractedCost-C-007-C", FocusColumn.CONTRACTED_COST);
    static final SetRule EFFECTIVE = ofCost("EffectiveCost-C-009-C", FocusColumn.EFFECTIVE_COST);

    static final SetRule HAS_BASE = new SetRule("FG-TAX-BASE",
            "A Tax row names a sub account, service and region with taxable rows in its bill.",
            "FOCUS 1.2, charges calculated from others", GROUPED);

    static final SetRule COMPLETE = new SetRule("FG-TAX-COMPLETE",
            "In a bill with Tax, every sub account, service and region that owes a minor unit or more has a Tax row.",
            "FOCUS 1.2, charges calculated from others", GROUPED);

    static final List<SetRule> ALL = List.of(ONE_RATE, LIST, CONTRACTED, EFFECTIVE, HAS_BASE, COMPLETE);

    /** BilledCost first: it says the rate. */
    private static final List<FocusColumn> COSTS = List.of(FocusColumn.BILLED_COST, FocusColumn.LIST_COST,
            FocusColumn.CONTRACTED_COST, FocusColumn.EFFECTIVE_COST);
    private static final List<SetRule> RULE_OF_COST = List.of(ONE_RATE, LIST, CONTRACTED, EFFECTIVE);

    private static final MathContext DOWN = new MathContext(40, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(40, RoundingMode.CEILING);

    private final Map<Bill, Map<GroupIds, Group>> bills = new LinkedHashMap<>();

    private record Bill(int provider, int account, int issuer, int month) {
    }

    private record GroupIds(int subAccount, int service, int region) {
    }

    private static final class Group {
        final String name;
        final BigDecimal minorUnit;
        final Decimal[] base = {Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO};
        final Decimal[] tax = {Decimal.ZERO, Decimal.ZERO, Decimal.ZERO, Decimal.ZERO};
        int baseRows;
        int taxRows;
        long lastTaxRow;

        Group(String name, BigDecimal minorUnit) {
            this.name = name;
            this.minorUnit = minorUnit;
        }
    }

    /** The rates that are still possible, both ends included. */
    private record Rates(BigDecimal low, BigDecimal high) {

        @Nullable
        Rates and(Rates other) {
            BigDecimal lower = low.max(other.low);
            BigDecimal upper = high.min(other.high);
            return lower.compareTo(upper) <= 0 ? new Rates(lower, upper) : null;
        }

        @Override
        public String toString() {
            MathContext shown = new MathContext(8);
            return low.round(shown).toPlainString() + " to " + high.round(shown).toPlainString();
        }
    }

    private static SetRule ofCost(String id, FocusColumn cost) {
        Set<FocusColumn> columns = EnumSet.copyOf(GROUPED);
        columns.add(cost);
        return new SetRule(id, cost.id() + " of Tax is the rate of its BilledCost on the " + cost.id()
                + " of what it taxes, within a minor unit per Tax row.", Rule.FOCUS, columns);
    }

    @Override
    public List<SetRule> rules() {
        return ALL;
    }

    @Override
    public void row(Row row, Findings findings) {
        boolean tax = row.isTax() && !row.isCorrection();
        if (!tax && !isTaxable(row)) {
            return;
        }
        Bill bill = new Bill(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID),
                row.id(FocusColumn.INVOICE_ISSUER_NAME), row.id(FocusColumn.BILLING_PERIOD_START));
        GroupIds ids = new GroupIds(row.id(FocusColumn.SUB_ACCOUNT_ID), row.id(FocusColumn.SERVICE_NAME),
                row.id(FocusColumn.REGION_ID));
        Group group = bills.computeIfAbsent(bill, first -> new LinkedHashMap<>())
                .computeIfAbsent(ids, first -> new Group(describe(row), minorUnit(row)));
        Decimal[] sums = tax ? group.tax : group.base;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums[i].plus(row.decimalOrZero(COSTS.get(i)));
        }
        if (tax) {
            group.taxRows++;
            group.lastTaxRow = row.number();
        } else {
            group.baseRows++;
        }
    }

    private static boolean isTaxable(Row row) {
        if (!row.isPriced() || row.isCommitment()) {
            return false;
        }
        return row.isUsage() || row.decimalOrZero(FocusColumn.EFFECTIVE_COST)
                .equals(row.decimalOrZero(FocusColumn.BILLED_COST));
    }

    private static String describe(Row row) {
        return row.show(EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID, FocusColumn.BILLING_PERIOD_START,
                FocusColumn.REGION_ID, FocusColumn.SERVICE_NAME, FocusColumn.SUB_ACCOUNT_ID));
    }

    private static BigDecimal minorUnit(Row row) {
        return BigDecimal.ONE.movePointLeft(FormatRules.coinDecimals(row.text(FocusColumn.BILLING_CURRENCY)));
    }

    @Override
    public void finish(Findings findings) {
        for (Map<GroupIds, Group> bill : bills.values()) {
            List<Group> groups = new ArrayList<>(bill.values());
            if (groups.stream().allMatch(group -> group.taxRows == 0)) {
                continue;
            }
            groups.sort(Comparator.comparing((Group group) -> group.base[0]).reversed());
            Rates rates = rateOf(groups, findings);
            if (rates == null) {
                continue;
            }
            for (Group group : groups) {
                checkOtherCosts(group, rates, findings);
                checkComplete(group, rates, findings);
            }
        }
    }

    /** The rates on which all groups agree, without those that do not fit, which are reported; null without any. */
    private static @Nullable Rates rateOf(List<Group> groups, Findings findings) {
        Rates rates = null;
        for (Group group : groups) {
            if (group.taxRows == 0) {
                continue;
            }
            if (group.baseRows == 0) {
                findings.add(HAS_BASE, group.lastTaxRow, () -> group.name + ": nothing taxable, Tax " + group.tax[0]);
                continue;
            }
            Rates before = rates;
            Rates possible = possibleRates(group, 0);
            Rates both = possible == null || before == null ? possible : before.and(possible);
            if (both != null) {
                rates = both;
            } else if (!isZeroOnZero(group, 0)) {
                findings.add(ONE_RATE, group.lastTaxRow, () -> group.name + ": Tax " + group.tax[0] + " on "
                        + group.base[0] + " is " + possible + ", elsewhere " + before);
            }
        }
        return rates;
    }

    private static void checkOtherCosts(Group group, Rates rates, Findings findings) {
        if (group.taxRows == 0 || group.baseRows == 0) {
            return;
        }
        for (int i = 1; i < COSTS.size(); i++) {
            int cost = i;
            Rates possible = possibleRates(group, cost);
            if (possible == null ? !isZeroOnZero(group, cost) : rates.and(possible) == null) {
                findings.add(RULE_OF_COST.get(cost), group.lastTaxRow, () -> group.name + ": Tax "
                        + group.tax[cost] + " on " + group.base[cost] + " is " + possible + ", of BilledCost " + rates);
            }
        }
    }

    private static void checkComplete(Group group, Rates rates, Findings findings) {
        BigDecimal owed = rates.low().multiply(group.base[0].toBigDecimal());
        if (group.taxRows == 0 && owed.compareTo(group.minorUnit) >= 0) {
            findings.add(COMPLETE, 0, () -> group.name + ": no Tax on " + group.base[0] + " at " + rates);
        }
    }

    /** The rates at which this tax is right but for rounding; null where the base is 0. */
    private static @Nullable Rates possibleRates(Group group, int cost) {
        BigDecimal base = group.base[cost].toBigDecimal();
        if (base.signum() == 0) {
            return null;
        }
        BigDecimal tax = group.tax[cost].toBigDecimal();
        BigDecimal slack = group.minorUnit.multiply(BigDecimal.valueOf(group.taxRows));
        BigDecimal less = tax.subtract(slack);
        BigDecimal more = tax.add(slack);
        return base.signum() > 0
                ? new Rates(less.divide(base, DOWN), more.divide(base, UP))
                : new Rates(more.divide(base, DOWN), less.divide(base, UP));
    }

    private static boolean isZeroOnZero(Group group, int cost) {
        return group.base[cost].signum() == 0 && group.tax[cost].toBigDecimal().abs()
                .compareTo(group.minorUnit.multiply(BigDecimal.valueOf(group.taxRows))) <= 0;
    }
}
