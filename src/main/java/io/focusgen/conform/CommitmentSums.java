package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.FocusColumn;

/**
 * What is committed is used or unused, hour by hour, and what is paid is amortised, to the last digit. Corrections are
 * left out: they belong to months whose rows are elsewhere.
 */
final class CommitmentSums implements SetCheck {

    private static final String EXAMPLES = "FOCUS 1.2, discount handling and examples of commitment discounts";

    static final SetRule CONSTANT = new SetRule("FG-COMMITMENT-CONSTANT",
            "Used plus unused CommitmentDiscountQuantity is the same in every charge period, per hour of it.",
            EXAMPLES, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_PERIOD_END,
                    FocusColumn.CHARGE_PERIOD_START, FocusColumn.COMMITMENT_DISCOUNT_ID,
                    FocusColumn.COMMITMENT_DISCOUNT_QUANTITY));

    static final SetRule WITHOUT_GAPS = new SetRule("FG-COMMITMENT-GAP",
            "Each charge period of a commitment's usage begins where the one before ends.",
            EXAMPLES, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_PERIOD_END,
                    FocusColumn.CHARGE_PERIOD_START, FocusColumn.COMMITMENT_DISCOUNT_ID));

    static final SetRule ONE_UNUSED = new SetRule("DiscountHandling-A-017-C",
            "One row holds what is unused of a commitment in a charge period.",
            Rule.FOCUS, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.COMMITMENT_DISCOUNT_STATUS));

    static final SetRule ONE_GRAIN = new SetRule("FG-COMMITMENT-GRAIN",
            "All rows of a commitment have charge periods of one length, except what is paid once.",
            EXAMPLES, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID));

    static final SetRule PURCHASED_QUANTITY = new SetRule("CommitmentDiscountQuantity-C-012-C",
            "A recurring purchase has the CommitmentDiscountQuantity that is used or unused in its charge period.",
            Rule.FOCUS, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY));

    static final SetRule AMORTISED = new SetRule("EffectiveCost-C-012-C",
            "In a billing month of recurring purchases alone, EffectiveCost of a commitment's usage sums to BilledCost "
                    + "of its purchases.",
            Rule.FOCUS, EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.BILLING_PERIOD_START,
                    FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.EFFECTIVE_COST));

    static final List<SetRule> ALL = List.of(CONSTANT, WITHOUT_GAPS, ONE_UNUSED, ONE_GRAIN, PURCHASED_QUANTITY,
            AMORTISED);

    private static final Key COMMITMENT = Key.of(FocusColumn.COMMITMENT_DISCOUNT_ID);

    /** Stands for the length of any calendar month; other lengths are in seconds. */
    private static final long MONTH = -1;
    private static final long NO_GRAIN = -2;

    private final Map<Key.Ids, Commitment> commitments = new LinkedHashMap<>();

    private static final class Commitment {
        final String id;
        final TreeMap<Period, Usage> usage = new TreeMap<>();
        final TreeMap<Period, Decimal> purchased = new TreeMap<>();
        final TreeMap<String, Month> months = new TreeMap<>();
        boolean paidUpfront;
        long grain = NO_GRAIN;

        Commitment(String id) {
            this.id = id;
        }
    }

    private static final class Usage {
        Decimal quantity = Decimal.ZERO;
        int unusedRows;
    }

    private static final class Month {
        Decimal paid = Decimal.ZERO;
        Decimal amortised = Decimal.ZERO;
        boolean hasPurchase;
    }

    @Override
    public List<SetRule> rules() {
        return ALL;
    }

    @Override
    public void row(Row row, Findings findings) {
        String id = row.text(FocusColumn.COMMITMENT_DISCOUNT_ID);
        Key.Ids key = COMMITMENT.idsOf(row);
        if (id == null || key == null || !row.isPriced()) {
            return;
        }
        Commitment commitment = commitments.computeIfAbsent(key, first -> new Commitment(id));
        if (row.isPurchase() && !PeriodRules.isRecurring(row)) {
            commitment.paidUpfront = true;
            return;
        }
        Period period = PeriodRules.chargePeriod(row);
        if (period.isKnown()) {
            checkGrain(commitment, period, row, findings);
            addQuantity(commitment, period, row, findings);
        }
        addCosts(commitment, row);
    }

    private static void checkGrain(Commitment commitment, Period period, Row row, Findings findings) {
        long grain = period.isMonth() ? MONTH : period.seconds();
        if (commitment.grain == NO_GRAIN) {
            commitment.grain = grain;
        } else if (commitment.grain != grain) {
            findings.add(ONE_GRAIN, row.number(), () -> Row.show(commitment.id) + ": charge period of "
                    + describeGrain(grain) + " after one of " + describeGrain(commitment.grain));
        }
    }

    private static String describeGrain(long grain) {
        return grain == MONTH ? "a month" : grain / UtcTime.HOUR + " hours";
    }

    private static void addQuantity(Commitment commitment, Period period, Row row, Findings findings) {
        Decimal quantity = row.decimalOrZero(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY);
        if (row.isPurchase()) {
            commitment.purchased.merge(period, quantity, Decimal::plus);
            return;
        }
        Usage usage = commitment.usage.computeIfAbsent(period, first -> new Usage());
        usage.quantity = usage.quantity.plus(quantity);
        if (row.isStatus(CommitmentStatus.UNUSED) && ++usage.unusedRows > 1) {
            findings.add(ONE_UNUSED, row.number(),
                    () -> Row.show(commitment.id) + ": another Unused row in " + period);
        }
    }

    private static void addCosts(Commitment commitment, Row row) {
        String start = row.text(FocusColumn.BILLING_PERIOD_START);
        if (start == null) {
            return;
        }
        Month month = commitment.months.computeIfAbsent(start, first -> new Month());
        if (row.isPurchase()) {
            month.hasPurchase = true;
            month.paid = month.paid.plus(row.decimalOrZero(FocusColumn.BILLED_COST));
        } else {
            month.amortised = month.amortised.plus(row.decimalOrZero(FocusColumn.EFFECTIVE_COST));
        }
    }

    @Override
    public void finish(Findings findings) {
        for (Commitment commitment : commitments.values()) {
            checkPeriods(commitment, findings);
            checkPurchased(commitment, findings);
            checkAmortised(commitment, findings);
        }
    }

    private static void checkPeriods(Commitment commitment, Findings findings) {
        Map.Entry<Period, Usage> first = null;
        Period before = null;
        for (Map.Entry<Period, Usage> entry : commitment.usage.entrySet()) {
            Period period = entry.getKey();
            Period previous = before;
            if (previous != null && previous.end() != period.start()) {
                findings.add(WITHOUT_GAPS, 0, () -> Row.show(commitment.id) + ": " + period + " after " + previous);
            }
            before = period;
            if (first == null) {
                first = entry;
                continue;
            }
            Map.Entry<Period, Usage> expected = first;
            if (!sameRate(expected, entry)) {
                findings.add(CONSTANT, 0, () -> Row.show(commitment.id) + ": " + expected.getValue().quantity + " in "
                        + expected.getKey() + ", " + entry.getValue().quantity + " in " + period);
            }
        }
    }

    /** Whether quantity per time is the same; cross-multiplied, so that months of different lengths compare exactly. */
    private static boolean sameRate(Map.Entry<Period, Usage> a, Map.Entry<Period, Usage> b) {
        BigDecimal left = a.getValue().quantity.toBigDecimal().multiply(BigDecimal.valueOf(b.getKey().seconds()));
        BigDecimal right = b.getValue().quantity.toBigDecimal().multiply(BigDecimal.valueOf(a.getKey().seconds()));
        return left.compareTo(right) == 0;
    }

    private static void checkPurchased(Commitment commitment, Findings findings) {
        TreeMap<Long, BigDecimal> usedUpTo = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Period, Usage> usage : commitment.usage.entrySet()) {
            sum = sum.add(usage.getValue().quantity.toBigDecimal());
            usedUpTo.put(usage.getKey().start(), sum);
        }
        commitment.purchased.forEach((period, quantity) -> {
            BigDecimal used = before(period.end(), usedUpTo).subtract(before(period.start(), usedUpTo));
            if (quantity.toBigDecimal().compareTo(used) != 0) {
                findings.add(PURCHASED_QUANTITY, 0, () -> Row.show(commitment.id) + ": purchased " + quantity + " for "
                        + period + ", used and unused " + used.toPlainString());
            }
        });
    }

    private static BigDecimal before(long moment, TreeMap<Long, BigDecimal> usedUpTo) {
        Map.Entry<Long, BigDecimal> last = usedUpTo.lowerEntry(moment);
        return last == null ? BigDecimal.ZERO : last.getValue();
    }

    private static void checkAmortised(Commitment commitment, Findings findings) {
        if (commitment.paidUpfront) {
            return;
        }
        commitment.months.forEach((start, month) -> {
            if (month.hasPurchase && !month.paid.equals(month.amortised)) {
                findings.add(AMORTISED, 0, () -> Row.show(commitment.id) + ": purchases of the month from "
                        + Row.show(start) + " cost " + month.paid + ", usage amortises " + month.amortised);
            }
        });
    }
}
