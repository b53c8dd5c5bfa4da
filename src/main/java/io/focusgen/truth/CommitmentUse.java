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
import io.focusgen.focus.ExactSum;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.plan.DatasetPlan;
import io.focusgen.plan.Plan;

/** The lines of the commitments sheet: commitments in the order of their rows within each month. */
final class CommitmentUse {

    private final Map<String, Line> commitments = new LinkedHashMap<>();
    private Cells cells = new Cells();

    /** A commitment in a month. */
    static final class Line implements MonthColumns.Line, SheetColumn.RowLine {

        private final Plan plan;
        private final BillingMonth month;
        private final Cells cells;
        private final ExactSum usedQuantity = new ExactSum();
        private final ExactSum unusedQuantity = new ExactSum();
        private final ExactSum usedCost = new ExactSum();
        private final ExactSum unusedCost = new ExactSum();

        private Line(Plan plan, BillingMonth month, Cells cells) {
            this.plan = plan;
            this.month = month;
            this.cells = cells;
        }

        private void add(Charge charge, boolean used) {
            Decimal units = charge.rates().commitment();
            if (units != null) {
                CoverageLine.Usage.add(used ? usedQuantity : unusedQuantity, charge, units);
            }
            CoverageLine.Usage.add(used ? usedCost : unusedCost, charge, charge.rates().effective());
        }

        @Override
        public Plan plan() {
            return plan;
        }

        @Override
        public BillingMonth month() {
            return month;
        }

        @Override
        public Cells cells() {
            return cells;
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
        use.commitments.values().forEach(line -> lines.add(SheetColumn.texts(CommitmentColumns.ALL, line)));
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
            cells = new Cells();
        }
        line.add(charge, status == CommitmentStatus.USED);
    }
}
