package io.focusgen.conform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.FocusColumn;

/**
 * Where prices are in one currency and costs in another, a billing account has one rate a month. No column says which,
 * but every pair of prices does within its rounding, and every pair of effective costs. Ranges that share a rate are
 * narrowed together; the rate on which most pairs agree is the bill's, the others are wrong.
 */
final class ExchangeRates implements SetCheck {

    private static final String ONE_RATE = "definition of the pricing currency in FOCUS 1.2, one rate a month";

    private static final Set<FocusColumn> CURRENCIES = EnumSet.of(FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_CURRENCY, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_CLASS,
            FocusColumn.PRICING_CURRENCY);

    static final SetRule LIST = price("FG-RATE-LIST", FocusColumn.LIST_UNIT_PRICE,
            FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE);
    static final SetRule CONTRACTED = price("FG-RATE-CONTRACTED", FocusColumn.CONTRACTED_UNIT_PRICE,
            FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE);
    static final SetRule EFFECTIVE = new SetRule("FG-RATE-EFFECTIVE",
            "PricingCurrencyEffectiveCost is EffectiveCost divided by the one rate of its bill, rounded half-up to 10 "
                    + "decimals.",
            ONE_RATE, with(FocusColumn.EFFECTIVE_COST, FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST));

    static final List<SetRule> ALL = List.of(LIST, CONTRACTED, EFFECTIVE);

    /** Local unit prices are rounded to so many significant digits. */
    private static final int PRICE_DIGITS = 7;

    private static final int COST_DECIMALS = 10;
    private static final MathContext DOWN = new MathContext(30, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(30, RoundingMode.CEILING);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** More rates than this are not told apart. */
    private static final int MOST_RATES = 16;

    /** Of a pair that no rate explains. */
    private static final Range NONE = new Range(BigDecimal.ONE.negate(), BigDecimal.ONE.negate());

    private final Map<Bill, List<Rate>> bills = new LinkedHashMap<>();

    /** Consecutive rows mostly share their prices, and a pair that was seen says nothing new. */
    private final @Nullable Decimal[] last = new Decimal[ALL.size() * 2];

    private @Nullable Bill lastBill;

    /** By {@link Row#id}. */
    private record Bill(int provider, int account, int month, int billingCurrency, int pricingCurrency) {
    }

    /** Billing currency for one unit of the pricing currency, both ends included; null for no upper bound. */
    private record Range(BigDecimal low, @Nullable BigDecimal high) {

        @Nullable
        Range and(Range other) {
            BigDecimal lower = low.max(other.low);
            BigDecimal upper = high;
            if (upper == null || (other.high != null && other.high.compareTo(upper) < 0)) {
                upper = other.high;
            }
            return upper == null || lower.compareTo(upper) <= 0 ? new Range(lower, upper) : null;
        }

        @Override
        public String toString() {
            if (low.signum() < 0) {
                return "none";
            }
            MathContext shown = new MathContext(9);
            return low.round(shown).toPlainString() + " to "
                    + (high == null ? "any" : high.round(shown).toPlainString());
        }
    }

    /** A rate and what speaks for it. */
    private static final class Rate {
        Range range;
        long pairs;
        final Map<SetRule, Witness> witnesses = new LinkedHashMap<>();

        Rate(Range range) {
            this.range = range;
        }
    }

    private static final class Witness {
        final long row;
        final String shown;
        long pairs;

        Witness(long row, String shown) {
            this.row = row;
            this.shown = shown;
        }
    }

    private static SetRule price(String id, FocusColumn local, FocusColumn priced) {
        return new SetRule(id, local.id() + " is " + priced.id()
                + " times the one rate of its bill, rounded half-up to 7 significant digits, where currencies differ.",
                ONE_RATE, with(local, priced));
    }

    private static Set<FocusColumn> with(FocusColumn local, FocusColumn priced) {
        Set<FocusColumn> columns = EnumSet.copyOf(CURRENCIES);
        columns.add(local);
        columns.add(priced);
        return columns;
    }

    @Override
    public List<SetRule> rules() {
        return ALL;
    }

    @Override
    public void row(Row row, Findings findings) {
        if (row.isCorrection() || row.lacks(FocusColumn.BILLING_CURRENCY) || row.lacks(FocusColumn.PRICING_CURRENCY)
                || row.same(FocusColumn.BILLING_CURRENCY, FocusColumn.PRICING_CURRENCY)) {
            return;
        }
        Bill bill = new Bill(row.providerId(), row.id(FocusColumn.BILLING_ACCOUNT_ID),
                row.id(FocusColumn.BILLING_PERIOD_START), row.id(FocusColumn.BILLING_CURRENCY),
                row.id(FocusColumn.PRICING_CURRENCY));
        boolean sameBill = bill.equals(lastBill);
        lastBill = bill;
        // Costs first: they have more digits than prices, and say the rate more precisely.
        pair(0, sameBill, bill, EFFECTIVE, row, FocusColumn.EFFECTIVE_COST,
                FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST);
        pair(1, sameBill, bill, LIST, row, FocusColumn.LIST_UNIT_PRICE,
                FocusColumn.PRICING_CURRENCY_LIST_UNIT_PRICE);
        pair(2, sameBill, bill, CONTRACTED, row, FocusColumn.CONTRACTED_UNIT_PRICE,
                FocusColumn.PRICING_CURRENCY_CONTRACTED_UNIT_PRICE);
    }

    private void pair(int place, boolean sameBill, Bill bill, SetRule rule, Row row, FocusColumn localColumn,
            FocusColumn pricedColumn) {
        Decimal local = row.decimal(localColumn);
        Decimal priced = row.decimal(pricedColumn);
        boolean again = sameBill && Objects.equals(local, last[2 * place])
                && Objects.equals(priced, last[2 * place + 1]);
        last[2 * place] = local;
        last[2 * place + 1] = priced;
        if (again || local == null || priced == null || (local.signum() == 0 && priced.signum() == 0)) {
            return;
        }
        BigDecimal costs = local.toBigDecimal();
        BigDecimal prices = priced.toBigDecimal();
        Range range = rule.equals(EFFECTIVE) ? ofCosts(costs, prices) : ofPrices(costs, prices);
        List<Rate> rates = bills.computeIfAbsent(bill, first -> new ArrayList<>());
        Rate rate = rateOf(rates, range);
        rate.pairs++;
        rate.witnesses.computeIfAbsent(rule, first -> new Witness(row.number(), localColumn.id() + "=" + local + " "
                + row.text(FocusColumn.BILLING_CURRENCY) + ", " + pricedColumn.id() + "=" + priced + " "
                + row.text(FocusColumn.PRICING_CURRENCY) + " make a rate of " + range)).pairs++;
    }

    /** The rate for which most pairs spoke already, of those that the range allows. */
    private static Rate rateOf(List<Rate> rates, Range range) {
        Rate likely = null;
        Range narrowed = range;
        for (Rate rate : rates) {
            Range both = rate.range.and(range);
            if (both != null && (likely == null || rate.pairs > likely.pairs)) {
                likely = rate;
                narrowed = both;
            }
        }
        if (likely != null) {
            likely.range = narrowed;
            return likely;
        }
        if (rates.size() == MOST_RATES) {
            return rates.get(MOST_RATES - 1);
        }
        // The last is for all that do not fit, and never the one that is agreed on.
        Rate rate = new Rate(rates.size() == MOST_RATES - 1 ? NONE : range);
        rates.add(rate);
        return rate;
    }

    /** The rates at which this price is right but for rounding; none where it is not rounded so or one price is 0. */
    private static Range ofPrices(BigDecimal local, BigDecimal priced) {
        if (priced.signum() <= 0 || local.signum() <= 0 || local.precision() > PRICE_DIGITS) {
            return NONE;
        }
        int lastDigit = local.precision() - local.scale() - PRICE_DIGITS;
        BigDecimal half = HALF.scaleByPowerOfTen(lastDigit);
        return new Range(local.subtract(half).divide(priced, DOWN), local.add(half).divide(priced, UP));
    }

    /** The rates at which this cost is right but for rounding. */
    private static Range ofCosts(BigDecimal local, BigDecimal priced) {
        BigDecimal cost = local.abs();
        BigDecimal rounded = local.signum() < 0 ? priced.negate() : priced;
        BigDecimal half = HALF.movePointLeft(COST_DECIMALS);
        BigDecimal least = rounded.subtract(half);
        BigDecimal most = rounded.add(half);
        if (local.signum() == 0 || most.signum() <= 0 || priced.scale() > COST_DECIMALS) {
            return NONE;
        }
        return new Range(cost.divide(most, DOWN), least.signum() <= 0 ? null : cost.divide(least, UP));
    }

    @Override
    public void finish(Findings findings) {
        for (List<Rate> rates : bills.values()) {
            Rate agreed = rates.get(0);
            for (Rate rate : rates) {
                if (!rate.range.equals(NONE) && (agreed.range.equals(NONE) || rate.pairs > agreed.pairs)) {
                    agreed = rate;
                }
            }
            for (Rate rate : rates) {
                if (rate != agreed || rate.range.equals(NONE)) {
                    String others = agreed.range.toString();
                    rate.witnesses.forEach((rule, witness) -> findings.add(rule, witness.row, witness.pairs,
                            () -> witness.shown + ", elsewhere " + others));
                }
            }
        }
    }
}
