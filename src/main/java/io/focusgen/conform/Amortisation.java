package io.focusgen.conform;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Whether the usage of one commitment costs what was paid for it. Fees are paid for a month; what was paid once is spread
 * over its term, the same for every hour of it, whether or not the payment is in the data set. Everything is multiplied
 * crosswise, so that it is exact.
 */
final class Amortisation {

    private final CommitmentSums.Commitment commitment;
    private final Findings findings;

    /** An amount for a time. */
    private record Rate(BigDecimal amount, long seconds) {

        boolean same(Rate other) {
            return amount.multiply(BigDecimal.valueOf(other.seconds))
                    .compareTo(other.amount.multiply(BigDecimal.valueOf(seconds))) == 0;
        }

        @Override
        public String toString() {
            return amount.toPlainString() + " for " + seconds / UtcTime.HOUR + " hours";
        }
    }

    Amortisation(CommitmentSums.Commitment commitment, Findings findings) {
        this.commitment = commitment;
        this.findings = findings;
    }

    void check() {
        Rate once = null;
        for (Map.Entry<Period, CommitmentSums.Payment> entry : commitment.once.entrySet()) {
            once = new Rate(entry.getValue().cost.toBigDecimal(), entry.getKey().seconds());
            checkTerm(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, CommitmentSums.Month> entry : commitment.months.entrySet()) {
            once = checkMonth(entry.getKey(), entry.getValue(), once);
        }
    }

    private void checkTerm(Period term, CommitmentSums.Payment payment) {
        BigDecimal quantity = BigDecimal.ZERO;
        long seconds = 0;
        for (Map.Entry<Period, CommitmentSums.Usage> usage : commitment.usage.entrySet()) {
            quantity = quantity.add(usage.getValue().quantity.toBigDecimal());
            seconds += usage.getKey().seconds();
            requireWithin(term, usage.getKey());
        }
        commitment.purchased.keySet().forEach(period -> requireWithin(term, period));
        Rate used = new Rate(quantity, seconds);
        Rate bought = new Rate(payment.quantity.toBigDecimal(), term.seconds());
        if (seconds > 0 && !used.same(bought)) {
            findings.add(CommitmentSums.TERM_QUANTITY, 0,
                    () -> Row.show(commitment.id) + ": bought " + bought + ", used and unused " + used);
        }
    }

    private void requireWithin(Period term, Period period) {
        if (!term.contains(period)) {
            findings.add(CommitmentSums.TERM, 0, () -> Row.show(commitment.id) + ": " + period + " outside " + term);
        }
    }

    /** Returns what is known of the payment once: the same in all months. */
    private @Nullable Rate checkMonth(String start, CommitmentSums.Month month, @Nullable Rate once) {
        BigDecimal amortised = BigDecimal.ZERO;
        long seconds = 0;
        Rate unit = null;
        for (Period period : month.periods) {
            CommitmentSums.Usage usage = commitment.usage.get(period);
            if (usage == null) {
                continue;
            }
            amortised = amortised.add(usage.amortised.toBigDecimal());
            seconds += period.seconds();
            Rate rate = new Rate(usage.amortised.toBigDecimal(), period.seconds());
            if (unit != null && !unit.same(rate)) {
                add(start, unit + ", then " + rate);
                return once;
            }
            unit = rate;
        }
        if (seconds == 0) {
            return once;
        }
        Rate spread = new Rate(amortised.subtract(month.paid.toBigDecimal()), seconds);
        if (spread.amount.signum() < 0) {
            add(start, "usage amortises " + amortised.toPlainString() + ", fees are " + month.paid);
        } else if (once != null && !once.same(spread)) {
            add(start, "beyond the fees usage amortises " + spread + ", elsewhere " + once);
        }
        return once == null ? spread : once;
    }

    private void add(String start, String what) {
        findings.add(CommitmentSums.AMORTISED, 0,
                () -> Row.show(commitment.id) + ", month from " + Row.show(start) + ": " + what);
    }
}
