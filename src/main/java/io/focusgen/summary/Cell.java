package io.focusgen.summary;

import java.math.BigDecimal;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.ExactSum;
import io.focusgen.generate.Charge;

/** The charges of one month that are alike in service, account and category. */
final class Cell {

    private final Charge first;
    private long rows;
    private final ExactSum billed = new ExactSum();
    private final ExactSum effective = new ExactSum();
    private final ExactSum list = new ExactSum();
    private final ExactSum contracted = new ExactSum();
    private final ExactSum usd = new ExactSum();

    Cell(Charge first) {
        this.first = first;
    }

    /** One of its charges. */
    Charge first() {
        return first;
    }

    void add(Charge charge) {
        rows += charge.rows();
        KpiCounter.add(billed, charge, charge.rates().billed());
        KpiCounter.add(effective, charge, charge.rates().effective());
        KpiCounter.add(list, charge, charge.rates().list());
        KpiCounter.add(contracted, charge, charge.rates().contracted());
        Decimal perUsd = charge.rates().perUsd();
        if (perUsd != null) {
            Dollars.add(charge, perUsd, usd);
        }
    }

    Costs costs() {
        boolean dollars = first.rates().perUsd() == null;
        BigDecimal cost = billed.value();
        Costs.Local local = new Costs.Local(cost, effective.value(), list.value(), contracted.value(),
                first.category() == ChargeCategory.TAX ? cost : BigDecimal.ZERO);
        return new Costs(rows, local, dollars ? local.effective() : usd.value());
    }
}
