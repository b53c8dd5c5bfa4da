package io.focusgen.truth;

import java.math.BigDecimal;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.ExactSum;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.plan.Incident;
import io.focusgen.plan.Plan;

/** An incident of a data set, over all months that have rows of it. Grows charge by charge. */
final class AnomalyLine implements SheetColumn.RowLine, SheetColumn.BillLine {

    private final Plan plan;
    private final Incident incident;
    private final long start;
    private long end;
    private final Cells cells;
    private final ExactSum billed = new ExactSum();
    private final ExactSum tax = new ExactSum();
    private long rows;

    /**
     * @param start hours from 1970-01-01T00:00Z to its first hour in the data set
     * @param cells of a row of its usage; read later
     */
    AnomalyLine(Plan plan, Incident incident, long start, Cells cells) {
        this.plan = plan;
        this.incident = incident;
        this.start = start;
        this.cells = cells;
    }

    /** @param until hours to the end of its last hour in the charge's month */
    void add(Charge charge, long until) {
        CoverageLine.Usage.add(charge.category() == ChargeCategory.TAX ? tax : billed, charge, charge.rates().billed());
        rows += charge.rows();
        end = until;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    Incident incident() {
        return incident;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    @Override
    public Cells cells() {
        return cells;
    }

    BigDecimal billed() {
        return billed.value();
    }

    BigDecimal tax() {
        return tax.value();
    }

    long rows() {
        return rows;
    }
}
