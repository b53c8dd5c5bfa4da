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
 * Rows as lines of text in any notation. The cells that stay the same within a line are encoded once, fused with what
 * stands around them into the stretches between the cells that change; a row is then a few copies and numbers, and a row
 * with the quantity of the one before is a copy of it with two new moments. Not thread-safe; reused from block to block.
 */
public final class RowEncoder {

    private final OutputColumn[] columns;
    private final @Nullable Live[] liveOf;
    private final byte[] header;
    private final FixedCells fixed;
    private final Cells cells = new Cells();
    private final @Nullable String[] texts;

    /** The cells that change within the line, in file order, and how many there are. */
    private final Live[] live;
    private int count;
    private final long[] factor;
    private final int[] scale;
    /** What the product of a number is divided by; null where it is not. */
    private final @Nullable Decimal[] divisor;
    private final int[] same;
    private final int[] start;
    private final int[] end;
    private boolean wide;
    private @Nullable Frames bill;
    private @Nullable Stamps stamps;

    /** @param columns to write, in file order; at least one */
    public RowEncoder(List<OutputColumn> columns, Notation notation) {
        this.columns = columns.toArray(OutputColumn[]::new);
        liveOf = columns.stream().map(Live::of).toArray(Live[]::new);
        header = notation.header(columns);
        fixed = new FixedCells(columns, notation);
        texts = new @Nullable String[this.columns.length];
        live = new Live[this.columns.length];
        factor = new long[live.length];
        scale = new int[live.length];
        divisor = new @Nullable Decimal[live.length];
        same = new int[live.length];
        start = new int[live.length];
        end = new int[live.length];
    }

    /** Writes what stands before the first row of a data set: the column names, if anything. */
    public void header(ByteOutput out) {
        out.ensure(header.length);
        System.arraycopy(header, 0, out.array(), out.length(), header.length);
        out.length(out.length() + header.length);
    }

    /**
     * Writes rows of a slice.
     *
     * @param first row of the slice
     * @param last row of the slice, exclusive
     */
    public void rows(Frames frames, Frame frame, long first, long last, ByteOutput out) {
        Stamps moments = moments(frames, frame);
        long row = first;
        for (int place = frame.chargeAt(first); row < last; place++) {
            Charge charge = frame.charge(place);
            int from = (int) (row - frame.rowsBefore(place));
            int to = (int) Math.min(charge.rows(), last - frame.rowsBefore(place));
            line(charge);
            write(charge, frame, moments, from, to, out);
            row += to - from;
        }
    }

    /** The moments of a frame's month; with another month or bill, what all its lines say is described anew. */
    private Stamps moments(Frames frames, Frame month) {
        long begin = month.startHour();
        if (stamps == null || bill != frames || !stamps.of(begin, month.hoursPerPeriod())) {
            bill = frames;
            stamps = new Stamps(begin, month.periods(), month.hoursPerPeriod());
            cells.clear();
            frames.describe(month, cells);
            cells.set(FocusColumn.BILLING_PERIOD_START, stamps.start())
                    .set(FocusColumn.BILLING_PERIOD_END, stamps.end());
            cells.keep();
        }
        return stamps;
    }

    /** Encodes what stays the same within the line. */
    private void line(Charge charge) {
        cells.next();
        charge.describe(cells);
        count = 0;
        for (int i = 0; i < columns.length; i++) {
            Live changing = liveOf[i];
            if (changing == null) {
                texts[i] = cells.get(columns[i]);
            } else {
                texts[i] = changing(changing, charge);
            }
        }
        fixed.line(texts);
        wide = wide(charge.quantity());
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
        int number = count;
        if (!changing.isPeriod()) {
            Decimal unit = changing.factor(charge.rates());
            if (unit == null) {
                return false;
            }
            factor[number] = unit.unscaled();
            scale[number] = unit.scale() + charge.quantity().scale();
            divisor[number] = changing == Live.EFFECTIVE_USD ? charge.rates().perUsd() : null;
            same[number] = divisor[number] == null ? sameAs(number) : -1;
        }
        live[number] = changing;
        count++;
        return true;
    }

    /** An earlier number of the line that is the same in every row, or −1. */
    private int sameAs(int number) {
        for (int i = 0; i < number; i++) {
            // Mostly the factor alone tells.
            if (factor[i] == factor[number] && scale[i] == scale[number] && divisor[i] == null
                    && !live[i].isPeriod()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a product of this line may not fit 63 bits. */
    private boolean wide(Spread quantity) {
        long most = Math.abs(quantity.base()) + Math.abs(quantity.spare()) + Math.abs(quantity.more());
        for (int i = 0; i < count; i++) {
            long times = live[i].isPeriod() ? 0 : Math.abs(factor[i]);
            if (Math.multiplyHigh(most, times) != 0 || most * times < 0) {
                return true;
            }
        }
        return false;
    }

    private void write(Charge charge, Frame frame, Stamps moments, int from, int to, ByteOutput out) {
        Spread quantity = charge.quantity();
        int mostBytes = fixed.length() + count * Digits.MOST_BYTES;
        byte[] lastArray = null;
        int lastStart = 0;
        int lastLength = 0;
        long lastUnits = 0;
        for (int index = from; index < to; index++) {
            out.ensure(mostBytes);
            byte[] array = out.array();
            int at = out.length();
            int period = charge.wholeMonth() ? 0 : quantity.period(index) * charge.periodsOfRow();
            int periodEnd = charge.wholeMonth() ? frame.periods() : period + charge.periodsOfRow();
            long units = quantity.units(index);
            if (array == lastArray && units == lastUnits) {
                System.arraycopy(array, lastStart, array, at, lastLength);
                move(array, at - lastStart, moments, period, periodEnd);
            } else {
                lastLength = row(array, at, units, moments, period, periodEnd) - at;
            }
            lastArray = array;
            lastStart = at;
            lastUnits = units;
            out.length(at + lastLength);
        }
    }

    /** Puts new moments into a copied row. */
    private void move(byte[] array, int distance, Stamps moments, int period, int periodEnd) {
        for (int i = 0; i < count; i++) {
            if (live[i].isPeriod()) {
                start[i] += distance;
                moments.copy(live[i] == Live.PERIOD_START ? period : periodEnd, array, start[i]);
            }
        }
    }

    private int row(byte[] array, int position, long units, Stamps moments, int period, int periodEnd) {
        byte[] stretches = fixed.bytes();
        int at = position;
        int stretch = 0;
        for (int i = 0; i < count; i++) {
            int length = fixed.gap(i) - stretch;
            System.arraycopy(stretches, stretch, array, at, length);
            at += length;
            stretch = fixed.gap(i);
            start[i] = at;
            if (live[i].isPeriod()) {
                moments.copy(live[i] == Live.PERIOD_START ? period : periodEnd, array, at);
                at += Stamps.BYTES;
            } else {
                at = number(array, at, i, units);
            }
            end[i] = at;
        }
        int length = fixed.length() - stretch;
        System.arraycopy(stretches, stretch, array, at, length);
        return at + length;
    }

    private int number(byte[] array, int at, int i, long units) {
        if (same[i] >= 0) {
            int length = end[same[i]] - start[same[i]];
            System.arraycopy(array, start[same[i]], array, at, length);
            return at + length;
        }
        Decimal by = divisor[i];
        if (by != null) {
            return Digits.writeQuotient(array, at, factor[i], units, scale[i], by);
        }
        return wide
                ? Digits.writeProduct(array, at, factor[i], units, scale[i])
                : Digits.write(array, at, factor[i] * units, scale[i]);
    }

    @Override
    public String toString() {
        return "rows of " + Arrays.toString(columns);
    }
}
