package io.focusgen.encode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.focusgen.focus.OutputColumn;

/**
 * The bytes of a line that are the same in all its rows, with gaps for the cells that change. Most cells say what they said
 * in the line before, being the same string: their bytes are copied from it, neighbours together. Not thread-safe.
 */
final class FixedCells {

    /** Stands for the text of a cell that changes from row to row. Compared by identity. */
    static final String CHANGING = "changing";

    /** What no cell ever is. Compared by identity. */
    private static final String NONE = "none";

    private final Notation notation;
    private final OutputColumn[] columns;
    private final byte[][] before;
    private final byte[][] after;
    private final byte[][] absent;
    private final byte[] rowEnd;
    private final int mostAround;

    private final @Nullable String[] texts;
    private byte[] bytes = new byte[2048];
    private byte[] old = new byte[2048];
    /** Where the cell of each column ends. */
    private final int[] ends;
    private int length;
    /** The columns whose cells may change. */
    private final int[] changing;
    private final int[] gaps;

    FixedCells(List<OutputColumn> columns, Notation notation) {
        this.notation = notation;
        this.columns = columns.toArray(OutputColumn[]::new);
        int count = this.columns.length;
        before = new byte[count][];
        after = new byte[count][];
        absent = new byte[count][];
        rowEnd = notation.end();
        int most = 0;
        for (int i = 0; i < count; i++) {
            before[i] = notation.before(this.columns[i], i);
            after[i] = notation.after(this.columns[i]);
            absent[i] = notation.absent(this.columns[i], i);
            most = Math.max(most, Math.max(before[i].length + after[i].length, absent[i].length));
        }
        mostAround = most + rowEnd.length;
        texts = new @Nullable String[count];
        Arrays.fill(texts, NONE);
        ends = new int[count];
        changing = IntStream.range(0, count).filter(i -> Live.of(this.columns[i]) != null).toArray();
        gaps = new int[changing.length];
    }

    /** Makes the bytes of a line from the text of each column: null, {@link #CHANGING}, or what all its rows say. */
    void line(@Nullable String[] next) {
        byte[] last = bytes;
        bytes = old;
        old = last;
        int at = 0;
        int same = 0;
        int lastEnd = 0;
        for (int i = 0; i < columns.length; i++) {
            String text = next[i];
            if (!same(text, texts[i])) {
                at = copy(same, i, at, lastEnd);
                lastEnd = ends[i];
                at = cell(i, text, at);
                ends[i] = at;
                texts[i] = text;
                same = i + 1;
            }
        }
        at = copy(same, columns.length, at, lastEnd);
        length = at + rowEnd.length;
        ensure(length, at);
        System.arraycopy(rowEnd, 0, bytes, at, rowEnd.length);
        findGaps();
    }

    @SuppressWarnings({"StringEquality", "ReferenceEquality"}) // the same object has the same bytes; an equal one is seldom
    private static boolean same(@Nullable String text, @Nullable String other) {
        return text == other;
    }

    /** Copies the cells from one column to another, exclusive, as they were, from {@code from} in the old bytes on. */
    private int copy(int first, int end, int at, int from) {
        if (first == end) {
            return at;
        }
        int size = ends[end - 1] - from;
        ensure(at + size, at);
        System.arraycopy(old, from, bytes, at, size);
        int moved = at - from;
        if (moved != 0) {
            for (int i = first; i < end; i++) {
                ends[i] += moved;
            }
        }
        return at + size;
    }

    private int cell(int column, @Nullable String text, int position) {
        ensure(position + mostAround + (text == null ? 0 : notation.mostBytes(text.length())), position);
        if (text == null) {
            return put(absent[column], position);
        }
        int at = put(before[column], position);
        if (!same(text, CHANGING)) {
            at = notation.write(columns[column], text, bytes, at);
        }
        return put(after[column], at);
    }

    private int put(byte[] part, int position) {
        // A separator is one byte, and most parts are one or none.
        if (part.length == 1) {
            bytes[position] = part[0];
        } else {
            System.arraycopy(part, 0, bytes, position, part.length);
        }
        return position + part.length;
    }

    private void ensure(int size, int used) {
        if (size > bytes.length) {
            byte[] larger = new byte[2 * size];
            System.arraycopy(bytes, 0, larger, 0, used);
            bytes = larger;
        }
    }

    private void findGaps() {
        int count = 0;
        for (int column : changing) {
            if (same(texts[column], CHANGING)) {
                gaps[count++] = ends[column] - after[column].length;
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Where a changing cell belongs, by its number among them. */
    int gap(int number) {
        return gaps[number];
    }
}
