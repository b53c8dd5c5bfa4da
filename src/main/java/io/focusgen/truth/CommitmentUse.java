package io.focusgen.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CommitmentStatus;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;
import io.focusgen.summary.ExactSum;

/** The lines of the commitments sheet: commitments in the order of their rows within each month. */
final class CommitmentUse {

    private final Map<String, Line> commitments = new LinkedHashMap<>();
    private final Cells cells = new Cells();

    /** A commitment in a month. */
    static final class Line {

        private final Plan plan;
        private final BillingMonth month;
        private final @Nullable String[] texts = new @Nullable String[FocusColumn.values().length];
        private final ExactSum usedQuantity = new ExactSum();
        private final ExactSum unusedQuantity = new ExactSum();
        private final ExactSum usedCost = new ExactSum();
        private final ExactSum unusedCost = new ExactSum();

        private Line(Plan plan, BillingMonth month, Cells cells) {
            this.plan = plan;
            this.month = month;
            for (FocusColumn column : FocusColumn.values()) {
                texts[column.ordinal()] = cells.get(column);
            }
        }

        private void add(Charge charge, boolean used) {
            Decimal units = charge.rates().commitment();
            if (units != null) {
                CoverageLine.Usage.add(used ? usedQuantity : unusedQuantity, charge, units);
            }
            CoverageLine.Usage.add(used ? usedCost : unusedCost, charge, charge.rates().effective());
        }

        Plan plan() {
            return plan;
        }

        BillingMonth month() {
            return month;
        }

        /** What its rows say of it. */
        @Nullable
        String text(FocusColumn column) {
            return texts[column.ordinal()];
        }

        BigDecimal usedQuantity() {
            return usedQuantity.value();
        }

        BigDecimal unusedQuantity() {
            return unusedQuantity.value();
        }

        BigDecimal usedCost() {
            return usedCost.value();
        }

        BigDecimal unusedCost() {
            return unusedCost.value();
        }
    }

    private CommitmentUse() {
    }

    static List<@Nullable String[]> lines(DatasetPlan dataset, BooleanSupplier cancelled) {
        CommitmentUse use = new CommitmentUse();
        Months.visit(dataset, cancelled, use::charge);
        List<@Nullable String[]> lines = new ArrayList<>();
        use.commitments.values().forEach(line -> lines.add(CommitmentColumn.texts(line)));
        return lines;
    }

    private void charge(Months.Place place, Charge charge) {
        CommitmentStatus status = charge.commitmentStatus();
        if (status == null) {
            return;
        }
        place.describe(charge, cells);
        String id = place.plan().spec().provider() + "\n" + place.month() + "\n"
                + cells.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
        Line line = commitments.get(id);
        if (line == null) {
            line = new Line(place.plan(), place.month(), cells);
            commitments.put(id, line);
        }
        line.add(charge, status == CommitmentStatus.USED);
    }
}
