package io.focusgen.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.BillingMonth;
import io.focusgen.focus.CustomColumn;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OutputColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.plan.MonthPlan;
import io.focusgen.plan.Plan;

/**
 * The lines of one month's bill with their sums, taken from the charges and not from any text: thousands of times fewer
 * than rows, and exact.
 */
public final class Bill {

    private final Plan plan;
    private final List<Line> lines = new ArrayList<>();

    /** One charge: its text cells, its rows and what they add up to. */
    public static final class Line {

        private final @Nullable String[] texts = new @Nullable String[FocusColumn.values().length];
        private final SortedMap<String, String> own = new TreeMap<>();
        private final Charge charge;
        private final int slice;

        private Line(Charge charge, Cells cells, int slice, List<CustomColumn> columns) {
            this.charge = charge;
            this.slice = slice;
            for (CustomColumn column : columns) {
                String text = cells.get(column);
                if (text != null) {
                    own.put(column.id(), text);
                }
            }
            for (FocusColumn column : FocusColumn.values()) {
                texts[column.ordinal()] = cells.get(column);
            }
        }

        public @Nullable String get(OutputColumn column) {
            return column instanceof FocusColumn focus ? texts[focus.ordinal()] : own.get(column.id());
        }

        public boolean is(FocusColumn column, String text) {
            return text.equals(get(column));
        }

        public Charge charge() {
            return charge;
        }

        public int slice() {
            return slice;
        }

        public BigDecimal quantity() {
            return BigDecimal.valueOf(charge.quantity().total(), charge.quantity().scale());
        }

        public BigDecimal list() {
            return cost(charge.rates().list());
        }

        public BigDecimal contracted() {
            return cost(charge.rates().contracted());
        }

        public BigDecimal billed() {
            return cost(charge.rates().billed());
        }

        public BigDecimal effective() {
            return cost(charge.rates().effective());
        }

        /** What of a commitment it used, left or bought, in the commitment's unit; 0 where there is none. */
        public BigDecimal committed() {
            Decimal commitment = charge.rates().commitment();
            return commitment == null ? BigDecimal.ZERO : cost(commitment);
        }

        private BigDecimal cost(Decimal unit) {
            return unit.toBigDecimal().multiply(quantity());
        }

        public boolean isTax() {
            return is(FocusColumn.CHARGE_CATEGORY, "Tax");
        }

        public boolean isUsage() {
            return is(FocusColumn.CHARGE_CATEGORY, "Usage");
        }

        public boolean isPurchase() {
            return is(FocusColumn.CHARGE_CATEGORY, "Purchase");
        }

        public boolean isCommitment() {
            return get(FocusColumn.COMMITMENT_DISCOUNT_ID) != null;
        }

        public boolean isUsed() {
            return is(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Used");
        }

        public boolean isUnused() {
            return is(FocusColumn.COMMITMENT_DISCOUNT_STATUS, "Unused");
        }
    }

    private Bill(Plan plan, BillingMonth month) {
        this.plan = plan;
        visit(plan, month, lines::add);
    }

    /** The first month of a request. */
    public static Bill of(Request request) {
        return of(Plan.of(request.bill()));
    }

    public static Bill of(Plan plan) {
        return of(plan, plan.spec().dataset().firstMonth());
    }

    /** Any month of the company that the request is about. */
    public static Bill of(Plan plan, BillingMonth month) {
        return new Bill(plan, month);
    }

    /** Rows of all charges in the first month of a request, counted without describing any. */
    public static long rows(Request request) {
        Plan plan = Plan.of(request.bill());
        BillingMonth month = plan.spec().dataset().firstMonth();
        Frames frames = new Frames(plan);
        long rows = 0;
        for (int slice = 0; slice < plan.rows(month).slices(); slice++) {
            Frame frame = frames.frame(plan.month(month), slice);
            for (int place = 0; place < charges(frame); place++) {
                rows += frame.charge(place).rows();
            }
        }
        return rows;
    }

    private static int charges(Frame frame) {
        return frame.rows() == 0 ? 0 : frame.chargeAt(frame.rows() - 1) + 1;
    }

    /** Shows every line once, for months too large to keep. */
    public static void visit(Plan plan, BillingMonth month, Consumer<Line> visitor) {
        Frames frames = new Frames(plan);
        MonthPlan monthPlan = plan.month(month);
        Cells cells = new Cells();
        for (int slice = 0; slice < plan.rows(month).slices(); slice++) {
            Frame frame = frames.frame(monthPlan, slice);
            for (int place = 0; place < charges(frame); place++) {
                cells.clear();
                frames.describe(frame, cells);
                frame.charge(place).describe(cells);
                visitor.accept(new Line(frame.charge(place), cells, slice, plan.spec().dataset().customColumns()));
            }
        }
    }

    public Plan plan() {
        return plan;
    }

    public List<Line> lines() {
        return lines;
    }

    /** BilledCost of everything but tax and what is paid once for commitments: what a budget is. */
    public BigDecimal billedBeforeTax() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            boolean once = line.isCommitment() && line.is(FocusColumn.CHARGE_FREQUENCY, "One-Time");
            sum = line.isTax() || once ? sum : sum.add(line.billed());
        }
        return sum;
    }
}
