package io.focusgen.encode;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.focus.OutputColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.generate.ChargePeriod;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.generate.Spread;

/**
 * What a line of the bill says in each column of a file: a text that is the same in all its rows, or a cell that changes from
 * row to row and how. Not thread-safe; reused from line to line.
 */
public final class LineCells {

    /** Decimals that quotients are rounded to. */
    public static final int QUOTIENT_DECIMALS = 10;

    private final OutputColumn[] columns;
    private final @Nullable Live[] liveOf;
    private final Cells cells = new Cells();
    private final @Nullable String[] texts;
    /** The changing cell of each column, or −1. */
    private final int[] numberOf;

    /** The cells that change within the line, in file order, and how many there are. */
    final Live[] live;
    int count;
    final long[] factor;
    final int[] scale;
    /** What the product of a number is divided by; null where it is not. */
    final @Nullable Decimal[] divisor;

    private @Nullable Frames bill;
    private long month = -1;

    /** @param columns to write, in file order; at least one */
    public LineCells(List<OutputColumn> columns) {
        this.columns = columns.toArray(OutputColumn[]::new);
        int most = this.columns.length;
        liveOf = columns.stream().map(Live::of).toArray(Live[]::new);
        texts = new @Nullable String[most];
        numberOf = new int[most];
        live = new Live[most];
        factor = new long[most];
        scale = new int[most];
        divisor = new @Nullable Decimal[most];
    }

    /** Takes up another month or bill: what all its lines say is described anew. False where it is the one before. */
    public boolean month(Frames frames, Frame frame) {
        if (bill == frames && month == frame.startHour()) {
            return false;
        }
        bill = frames;
        month = frame.startHour();
        ChargePeriod period = new ChargePeriod(month, month + (long) frame.periods() * frame.hoursPerPeriod());
        cells.clear();
        frames.describe(frame, cells);
        cells.set(FocusColumn.BILLING_PERIOD_START, period.start()).set(FocusColumn.BILLING_PERIOD_END, period.end());
        cells.keep();
        return true;
    }

    /** Takes up another line of the month. */
    public void line(Charge charge) {
        cells.next();
        charge.describe(cells);
        count = 0;
        for (int i = 0; i < columns.length; i++) {
            Live changing = liveOf[i];
            int before = count;
            texts[i] = changing == null ? cells.get(columns[i]) : changing(changing, charge);
            numberOf[i] = count > before ? before : -1;
        }
    }

    /** Marks a cell that changes; a period that stands in one row only is a text like others. */
    private @Nullable String changing(Live changing, Charge charge) {
        ChargePeriod period = charge.period();
        if (period != null && changing.isPeriod()) {
            return changing == Live.PERIOD_START ? period.start() : period.end();
        }
        return number(changing, charge) ? FixedCells.CHANGING : null;
    }

    /** Adds a changing cell; false where it is null in this line. */
    private boolean number(Live changing, Charge charge) {
        if (!changing.isPeriod()) {
            Decimal unit = changing.factor(charge.rates());
            if (unit == null) {
                return false;
            }
            factor[count] = unit.unscaled();
            scale[count] = unit.scale() + charge.quantity().scale();
            divisor[count] = changing == Live.EFFECTIVE_USD ? charge.rates().perUsd() : null;
        }
        live[count] = changing;
        count++;
        return true;
    }

    /** Whether a product of this line may not fit 63 bits. */
    boolean wide(Spread quantity) {
        long most = Math.abs(quantity.base()) + Math.abs(quantity.spare()) + Math.abs(quantity.more());
        for (int i = 0; i < count; i++) {
            long times = live[i].isPeriod() ? 0 : Math.abs(factor[i]);
            if (Math.multiplyHigh(most, times) != 0 || most * times < 0) {
                return true;
            }
        }
        return false;
    }

    /** The texts of all columns: null, {@link FixedCells#CHANGING}, or what all rows say. */
    @Nullable
    String[] texts() {
        return texts;
    }

    /** What all rows of the line say in a column; null for nothing, or where it changes. */
    public @Nullable String text(int column) {
        return numberOf[column] < 0 ? texts[column] : null;
    }

    /** Whether a column's cell differs from row to row. */
    public boolean changes(int column) {
        return numberOf[column] >= 0;
    }

    /** Whether a changing column is the moment at which the row's charge period begins. */
    public boolean isStart(int column) {
        return live[numberOf[column]] == Live.PERIOD_START;
    }

    /** Whether it is the moment at which that ends. */
    public boolean isEnd(int column) {
        return live[numberOf[column]] == Live.PERIOD_END;
    }

    /** What the units of a row are multiplied with in a changing column that is a number. */
    public long factor(int column) {
        return factor[numberOf[column]];
    }

    /** Decimals of the product of units and {@link #factor}. */
    public int scale(int column) {
        return scale[numberOf[column]];
    }

    /** What that is divided by, rounded half up to {@link #QUOTIENT_DECIMALS} decimals; null where it is exact. */
    public @Nullable Decimal divisor(int column) {
        return divisor[numberOf[column]];
    }

    @Override
    public String toString() {
        return Arrays.toString(columns);
    }
}
