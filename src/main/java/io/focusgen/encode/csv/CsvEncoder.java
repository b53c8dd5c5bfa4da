package io.focusgen.encode.csv;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.focus.Decimal;
import io.focusgen.focus.FocusColumn;
import io.focusgen.generate.Cells;
import io.focusgen.generate.Charge;
import io.focusgen.generate.Frame;
import io.focusgen.generate.Frames;
import io.focusgen.generate.Spread;

/**
 * Rows as CSV (RFC 4180, line feeds). The cells that stay the same within a line are encoded once, fused with their
 * separators into the stretches between the cells that change; a row is then a few copies and numbers, and a row with the
 * quantity of the one before is a copy of it with two new moments. Not thread-safe; reused from block to block.
 */
public final class CsvEncoder {

    private static final Live[] NONE = {};

    private final FocusColumn[] columns;
    private final @Nullable Live[] liveOf;
    private final Live[] live;
    private final Cells cells = new Cells();

    private byte[] stretches = new byte[4096];
    private final int[] stretchEnd;
    private final long[] factor;
    private final int[] scale;
    private final boolean[] empty;
    /** What the product of a number is divided by; null where it is not. */
    private final @Nullable Decimal[] divisor;
    private final int[] same;
    private final int[] numberStart;
    private final int[] numberEnd;
    private boolean wide;
    private int mostBytes;
    private @Nullable Stamps stamps;

    /** @param columns to write, in file order; at least one */
    public CsvEncoder(List<FocusColumn> columns) {
        this.columns = columns.toArray(FocusColumn[]::new);
        liveOf = columns.stream().map(Live::of).toArray(Live[]::new);
        live = columns.stream().map(Live::of).filter(java.util.Objects::nonNull).toList().toArray(NONE);
        stretchEnd = new int[live.length + 1];
        factor = new long[live.length];
        scale = new int[live.length];
        empty = new boolean[live.length];
        divisor = new @Nullable Decimal[live.length];
        same = new int[live.length];
        numberStart = new int[live.length];
        numberEnd = new int[live.length];
    }

    /** Writes the line of column names. */
    public void header(ByteOutput out) {
        for (int i = 0; i < columns.length; i++) {
            String name = columns[i].id();
            out.ensure(CsvText.mostBytes(name) + 1);
            int at = CsvText.write(name, out.array(), out.length());
            out.array()[at++] = (byte) (i == columns.length - 1 ? '\n' : ',');
            out.length(at);
        }
    }

    /**
     * Writes rows of a slice.
     *
     * @param first row of the slice
     * @param end row of the slice, exclusive
     */
    public void rows(Frames frames, Frame frame, long first, long end, ByteOutput out) {
        Stamps moments = stamps(frame);
        long row = first;
        for (int place = frame.chargeAt(first); row < end; place++) {
            Charge charge = frame.charge(place);
            int from = (int) (row - frame.rowsBefore(place));
            int to = (int) Math.min(charge.rows(), end - frame.rowsBefore(place));
            line(frames, frame, charge);
            write(charge, frame, moments, from, to, out);
            row += to - from;
        }
    }

    private Stamps stamps(Frame month) {
        long start = month.startHour();
        if (stamps == null || !stamps.of(start, month.hoursPerPeriod())) {
            stamps = new Stamps(start, month.periods(), month.hoursPerPeriod());
        }
        return stamps;
    }

    /** Encodes what stays the same within the line. */
    private void line(Frames frames, Frame frame, Charge charge) {
        cells.clear();
        frames.describe(frame, cells);
        Stamps moments = stamps(frame);
        cells.set(FocusColumn.BILLING_PERIOD_START, moments.start()).set(FocusColumn.BILLING_PERIOD_END, moments.end());
        charge.describe(cells);
        int at = 0;
        int number = 0;
        for (int i = 0; i < columns.length; i++) {
            Live changing = liveOf[i];
            String text = changing == null ? cells.get(columns[i]) : null;
            int need = at + (text == null ? 0 : CsvText.mostBytes(text)) + 1;
            if (need > stretches.length) {
                stretches = java.util.Arrays.copyOf(stretches, need * 2);
            }
            if (changing != null) {
                stretchEnd[number] = at;
                number(number++, changing, charge);
            } else if (text != null) {
                at = CsvText.write(text, stretches, at);
            }
            stretches[at++] = (byte) (i == columns.length - 1 ? '\n' : ',');
        }
        stretchEnd[number] = at;
        mostBytes = at + live.length * Digits.MOST_BYTES;
        wide = wide(charge.quantity());
    }

    private void number(int number, Live changing, Charge charge) {
        same[number] = -1;
        if (changing.isPeriod()) {
            empty[number] = false;
            return;
        }
        Decimal unit = changing.factor(charge.rates());
        empty[number] = unit == null;
        divisor[number] = changing == Live.EFFECTIVE_USD ? charge.rates().perUsd() : null;
        if (unit == null) {
            return;
        }
        factor[number] = unit.unscaled();
        scale[number] = unit.scale() + charge.quantity().scale();
        for (int i = 0; i < number && divisor[number] == null; i++) {
            if (divisor[i] == null && !live[i].isPeriod() && !empty[i] && factor[i] == factor[number]
                    && scale[i] == scale[number]) {
                same[number] = i;
                return;
            }
        }
    }

    /** Whether a product of this line may not fit 63 bits. */
    private boolean wide(Spread quantity) {
        long most = Math.abs(quantity.base()) + quantity.spare();
        for (int i = 0; i < live.length; i++) {
            long times = live[i].isPeriod() || empty[i] ? 0 : Math.abs(factor[i]);
            if (Math.multiplyHigh(most, times) != 0 || most * times < 0) {
                return true;
            }
        }
        return false;
    }

    private void write(Charge charge, Frame frame, Stamps moments, int from, int to, ByteOutput out) {
        Spread quantity = charge.quantity();
        byte[] lastArray = null;
        int lastStart = 0;
        int lastLength = 0;
        long lastUnits = 0;
        for (int index = from; index < to; index++) {
            out.ensure(mostBytes);
            byte[] array = out.array();
            int start = out.length();
            int period = charge.wholeMonth() ? 0 : quantity.from() + index;
            int periodEnd = charge.wholeMonth() ? frame.periods() : period + 1;
            long units = quantity.units(index);
            if (array == lastArray && units == lastUnits) {
                System.arraycopy(array, lastStart, array, start, lastLength);
                move(array, start - lastStart, moments, period, periodEnd);
            } else {
                lastLength = row(array, start, units, moments, period, periodEnd) - start;
            }
            lastArray = array;
            lastStart = start;
            lastUnits = units;
            out.length(start + lastLength);
        }
    }

    /** Puts new moments into a copied row. */
    private void move(byte[] array, int distance, Stamps moments, int period, int periodEnd) {
        for (int i = 0; i < live.length; i++) {
            if (live[i].isPeriod()) {
                numberStart[i] += distance;
                moments.copy(live[i] == Live.PERIOD_START ? period : periodEnd, array, numberStart[i]);
            }
        }
    }

    private int row(byte[] array, int start, long units, Stamps moments, int period, int periodEnd) {
        int at = start;
        int stretch = 0;
        for (int i = 0; i < live.length; i++) {
            int length = stretchEnd[i] - stretch;
            System.arraycopy(stretches, stretch, array, at, length);
            at += length;
            stretch = stretchEnd[i];
            numberStart[i] = at;
            if (live[i].isPeriod()) {
                moments.copy(live[i] == Live.PERIOD_START ? period : periodEnd, array, at);
                at += Stamps.BYTES;
            } else if (!empty[i]) {
                at = number(array, at, i, units);
            }
            numberEnd[i] = at;
        }
        int length = stretchEnd[live.length] - stretch;
        System.arraycopy(stretches, stretch, array, at, length);
        return at + length;
    }

    private int number(byte[] array, int at, int i, long units) {
        if (same[i] >= 0) {
            int length = numberEnd[same[i]] - numberStart[same[i]];
            System.arraycopy(array, numberStart[same[i]], array, at, length);
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
}
