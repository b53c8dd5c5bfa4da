package io.focusgen.truth;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.ChargeCategory;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OrganisationAttribute;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.plan.Incident;
import io.focusgen.plan.Plan;
import io.focusgen.summary.ExactSum;

/** An incident of a data set, over all months that have rows of it. Grows charge by charge. */
final class AnomalyLine {

    private final Plan plan;
    private final Incident incident;
    private final long start;
    private long end;
    private final @Nullable String[] texts = new @Nullable String[FocusColumn.values().length];
    private final @Nullable String[] owner = new @Nullable String[OrganisationAttribute.values().length];
    private final ExactSum billed = new ExactSum();
    private final ExactSum tax = new ExactSum();
    private long rows;

    /**
     * @param start hours from 1970-01-01T00:00Z to its first hour in the data set
     * @param cells of a row of its usage
     */
    AnomalyLine(Plan plan, Incident incident, long start, Cells cells) {
        this.plan = plan;
        this.incident = incident;
        this.start = start;
        for (FocusColumn column : FocusColumn.values()) {
            texts[column.ordinal()] = cells.get(column);
        }
        for (OrganisationAttribute attribute : OrganisationAttribute.values()) {
            owner[attribute.ordinal()] = cells.organisation(attribute);
        }
    }

    /** @param until hours to the end of its last hour in the charge's month */
    void add(Charge charge, long until) {
        CoverageLine.Usage.add(charge.category() == ChargeCategory.TAX ? tax : billed, charge, charge.rates().billed());
        rows += charge.rows();
        end = until;
    }

    Plan plan() {
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

    /** What rows of its usage say. */
    @Nullable
    String text(FocusColumn column) {
        return texts[column.ordinal()];
    }

    /** Whose resource it really is. */
    @Nullable
    String owner(OrganisationAttribute attribute) {
        return owner[attribute.ordinal()];
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
