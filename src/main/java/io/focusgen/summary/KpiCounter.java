package io.focusgen.summary;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.ExactSum;
import io.focusgen.generate.Charge;

/** Adds up {@link KpiSums} charge by charge. */
final class KpiCounter {

    private final ExactSum list = new ExactSum();
    private final ExactSum effective = new ExactSum();
    private final ExactSum used = new ExactSum();
    private final ExactSum unused = new ExactSum();
    private final ExactSum covered = new ExactSum();
    private final ExactSum eligible = new ExactSum();
    private final ExactSum tagged = new ExactSum();
    private final ExactSum all = new ExactSum();

    void add(Charge charge) {
        Decimal cost = charge.rates().effective();
        add(all, charge, cost);
        if (charge.tagged()) {
            add(tagged, charge, cost);
        }
        if (charge.category() != ChargeCategory.USAGE) {
            return;
        }
        if (charge.commitmentStatus() == CommitmentStatus.UNUSED) {
            add(unused, charge, cost);
            return;
        }
        if (!charge.invoicedElsewhere()) {
            add(list, charge, charge.rates().list());
            add(effective, charge, cost);
        }
        if (charge.commitmentStatus() == CommitmentStatus.USED) {
            add(used, charge, cost);
            add(covered, charge, charge.rates().contracted());
        }
        if (charge.eligible()) {
            add(eligible, charge, charge.rates().contracted());
        }
    }

    static void add(ExactSum sum, Charge charge, Decimal unit) {
        sum.add(unit.unscaled(), charge.quantity().total(), unit.scale() + charge.quantity().scale());
    }

    KpiSums sums() {
        return new KpiSums(list.value(), effective.value(), used.value(), unused.value(), covered.value(),
                eligible.value(), tagged.value(), all.value());
    }
}
