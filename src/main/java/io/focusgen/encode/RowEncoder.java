package io.focusgen.encode;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.Decimal;
import io.focusgen.focus.OutputColumn;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.generate.Spread;

/**
 * Rows as lines of text in any notation. The cells that stay the same within a line are encoded once, fused with what
 * stands around them into the stretches between the cells that change; a row is then a few copies and numbers, and a row
 * with the quantity of the one before is a copy of it with two new moments. Not thread-safe; reused from block to block.
 */
public final class RowEncoder {

    private final byte[] header;
    private final FixedCells fixed;
    private final LineCells line;
    /** Arrays of the line: a row is so short that one more step to each of them would show. */
    private final Live[] live;
    private final long[] factor;
    private final int[] scale;
    private final @Nullable Decimal[] divisor;
    private int count;
    /** An earlier number of the line that is the same in every row, or −1. */
    private final int[] same;
    private final int[] start;
    private final int[] end;
    private boolean wide;
    private @Nullable Stamps stamps;

    /** @param columns to write, in file order; at least one */
    public RowEncoder(List<OutputColumn> columns, Notation notation) {
        header = notation.header(columns);
        fixed = new FixedCells(columns, notation);
        line = new LineCells(columns);
        live = line.live;
        factor = line.factor;
        scale = line.scale;
        divisor = line.divisor;
        same = new int[columns.size()];
        start = new int[columns.size()];
        end = new int[columns.size()];
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

    /** The moments of a frame's month. */
    private Stamps moments(Frames frames, Frame month) {
        if (line.month(frames, month) || stamps == null) {
            stamps = new Stamps(month.startHour(), month.periods(), month.hoursPerPeriod());
        }
        return stamps;
    }

    /** Encodes what stays the same within the line. */
    private void line(Charge charge) {
        line.line(charge);
        count = line.count;
        for (int i = 0; i < count; i++) {
            same[i] = live[i].isPeriod() || divisor[i] != null ? -1 : sameAs(i);
        }
        fixed.line(line.texts());
        wide = line.wide(charge.quantity());
    }

    private int sameAs(int number) {
        for (int i = 0; i < number; i++) {
            // Mostly the factor alone tells.
            if (factor[i] == factor[number] && scale[i] == scale[number]
                    && divisor[i] == null && !live[i].isPeriod()) {
                return i;
            }
        }
        return -1;
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
        return "rows of " + line;
    }
}
