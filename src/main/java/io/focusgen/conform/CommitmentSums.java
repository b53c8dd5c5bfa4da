package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

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
            "The usage of a commitment has charge periods of one length; so have its purchases, but for what is paid once "
                    + "and for months that its term begins or ends in.",
            EXAMPLES, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID));

    static final SetRule PURCHASED_QUANTITY = new SetRule("CommitmentDiscountQuantity-C-012-C",
            "A recurring purchase has the CommitmentDiscountQuantity that is used or unused in its charge period.",
            Rule.FOCUS, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY));

    static final SetRule TERM_QUANTITY = new SetRule("CommitmentDiscountQuantity-C-011-C",
            "What is paid once has the CommitmentDiscountQuantity of its whole charge period, at the rate at which it is used "
                    + "or unused.",
            Rule.FOCUS, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.COMMITMENT_DISCOUNT_QUANTITY));

    static final SetRule TERM = new SetRule("FG-COMMITMENT-TERM",
            "A commitment that is paid once is used, and its fees are paid, within the charge period of that payment.",
            EXAMPLES, EnumSet.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID));

    static final SetRule AMORTISED = new SetRule("EffectiveCost-C-012-C",
            "EffectiveCost of a commitment's usage is what its purchases cost: the fees of the month, and of what was paid "
                    + "once the same for every hour of the term.",
            Rule.FOCUS, EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.BILLING_PERIOD_START,
                    FocusColumn.CHARGE_CATEGORY, FocusColumn.CHARGE_CLASS, FocusColumn.CHARGE_FREQUENCY,
                    FocusColumn.CHARGE_PERIOD_END, FocusColumn.CHARGE_PERIOD_START,
                    FocusColumn.COMMITMENT_DISCOUNT_ID, FocusColumn.EFFECTIVE_COST));

    static final List<SetRule> ALL = List.of(CONSTANT, WITHOUT_GAPS, ONE_UNUSED, ONE_GRAIN, PURCHASED_QUANTITY,
            TERM_QUANTITY, TERM, AMORTISED);

    private static final Key COMMITMENT = Key.of(FocusColumn.COMMITMENT_DISCOUNT_ID);

    private final Map<Key.Ids, Commitment> commitments = new LinkedHashMap<>();

    /** What the rows of one commitment say. */
    static final class Commitment {
        final String id;
        final TreeMap<Period, Usage> usage = new TreeMap<>();
        final TreeMap<Period, Decimal> purchased = new TreeMap<>();
        final TreeMap<String, Month> months = new TreeMap<>();
        final TreeMap<Period, Payment> once = new TreeMap<>();
        final Grain usageGrain = new Grain();
        final Grain purchaseGrain = new Grain();

        Commitment(String id) {
            this.id = id;
        }
    }

    /** What is used and unused in a charge period. */
    static final class Usage {
        Decimal quantity = Decimal.ZERO;
        Decimal amortised = Decimal.ZERO;
        int unusedRows;
    }

    /** What is paid once. */
    static final class Payment {
        Decimal quantity = Decimal.ZERO;
        Decimal cost = Decimal.ZERO;
    }

    /** What a commitment costs in a billing month. */
    static final class Month {
        Decimal paid = Decimal.ZERO;
        final TreeSet<Period> periods = new TreeSet<>();
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
        Period period = PeriodRules.chargePeriod(row);
        if (!period.isKnown()) {
            return;
        }
        if (row.isPurchase() && !PeriodRules.isRecurring(row)) {
            Payment payment = commitment.once.computeIfAbsent(period, first -> new Payment());
            payment.quantity = payment.quantity.plus(row.decimalOrZero(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY));
            payment.cost = payment.cost.plus(row.decimalOrZero(FocusColumn.BILLED_COST));
            return;
        }
        Grain grain = row.isPurchase() ? commitment.purchaseGrain : commitment.usageGrain;
        Long other = grain.other(period, row.isPurchase() ? PeriodRules.billingPeriod(row) : null);
        if (other != null) {
            findings.add(ONE_GRAIN, row.number(), () -> Row.show(commitment.id) + ": charge period " + period
                    + " after one of " + Grain.describe(other));
        }
        addQuantity(commitment, period, row, findings);
        addCosts(commitment, period, row);
    }

    private static void addQuantity(Commitment commitment, Period period, Row row, Findings findings) {
        Decimal quantity = row.decimalOrZero(FocusColumn.COMMITMENT_DISCOUNT_QUANTITY);
        if (row.isPurchase()) {
            commitment.purchased.merge(period, quantity, Decimal::plus);
            return;
        }
        Usage usage = commitment.usage.computeIfAbsent(period, first -> new Usage());
        usage.quantity = usage.quantity.plus(quantity);
        usage.amortised = usage.amortised.plus(row.decimalOrZero(FocusColumn.EFFECTIVE_COST));
        if (row.isStatus(CommitmentStatus.UNUSED) && ++usage.unusedRows > 1) {
            findings.add(ONE_UNUSED, row.number(),
                    () -> Row.show(commitment.id) + ": another Unused row in " + period);
        }
    }

    private static void addCosts(Commitment commitment, Period period, Row row) {
        String start = row.text(FocusColumn.BILLING_PERIOD_START);
        if (start == null) {
            return;
        }
        Month month = commitment.months.computeIfAbsent(start, first -> new Month());
        if (row.isPurchase()) {
            month.paid = month.paid.plus(row.decimalOrZero(FocusColumn.BILLED_COST));
        } else {
            month.periods.add(period);
        }
    }

    @Override
    public void finish(Findings findings) {
        for (Commitment commitment : commitments.values()) {
            checkPeriods(commitment, findings);
            checkPurchased(commitment, findings);
            new Amortisation(commitment, findings).check();
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
            if (!Period.sameRate(expected.getKey(), expected.getValue().quantity, period, entry.getValue().quantity)) {
                findings.add(CONSTANT, 0, () -> Row.show(commitment.id) + ": " + expected.getValue().quantity + " in "
                        + expected.getKey() + ", " + entry.getValue().quantity + " in " + period);
            }
        }
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
}
