package io.focusgen.encode.compress;

/**
 * How deflate tells the reader its two codes: the lengths of all code words, runs of one length shortened, written with a
 * third code. Not thread-safe.
 */
final class CodeLengths {

    private static final int LEAST_LITERALS = 257;

    /** Repeats the length before; repeats 0; repeats 0 more often. */
    private static final int AGAIN = 16;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;

    private static final int MOST_AGAIN = 6;
    private static final int MOST_ZEROS = 10;
    private static final int MOST_MANY_ZEROS = 138;

    /** The order in which the lengths of the third code are written: those that are often 0 come last. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final PrefixCode code = new PrefixCode(19, 7);
    private final byte[] lengths = new byte[286 + 30];

    /** Symbols of the third code, their extra bits above 5 bits. */
    private final int[] items = new int[lengths.length];
    private int size;
    private int literals;
    private int distances;
    private int orders;
    private long bits;

    /** Takes the lengths of the two codes. */
    void of(PrefixCode literalCode, PrefixCode distanceCode) {
        literals = used(literalCode.lengths, LEAST_LITERALS);
        distances = used(distanceCode.lengths, 1);
        System.arraycopy(literalCode.lengths, 0, lengths, 0, literals);
        System.arraycopy(distanceCode.lengths, 0, lengths, literals, distances);
        code.clear();
        size = 0;
        bits = 0;
        int all = literals + distances;
        for (int at = 0; at < all;) {
            int end = at + 1;
            while (end < all && lengths[end] == lengths[at]) {
                end++;
            }
            run(lengths[at], end - at);
            at = end;
        }
        code.build();
        orders = ORDER.length;
        while (code.lengths[ORDER[orders - 1]] == 0) {
            orders--;
        }
        bits += 5 + 5 + 4 + 3L * orders;
        for (int symbol = 0; symbol < ORDER.length; symbol++) {
            bits += (long) code.counts[symbol] * code.lengths[symbol];
        }
    }

    private static int used(byte[] lengths, int least) {
        int used = lengths.length;
        while (used > least && lengths[used - 1] == 0) {
            used--;
        }
        return used;
    }

    private void run(int length, int times) {
        int left = times;
        if (length == 0) {
            while (left > MOST_ZEROS) {
                int some = Math.min(left, MOST_MANY_ZEROS);
                item(MANY_ZEROS, some - (MOST_ZEROS + 1), 7);
                left -= some;
            }
            if (left >= 3) {
                item(ZEROS, left - 3, 3);
                left = 0;
            }
        } else {
            item(length, 0, 0);
            left--;
            while (left >= 3) {
                int some = Math.min(left, MOST_AGAIN);
                item(AGAIN, some - 3, 2);
                left -= some;
            }
        }
        for (; left > 0; left--) {
            item(length, 0, 0);
        }
    }

    private void item(int symbol, int extra, int width) {
        items[size++] = extra << 5 | symbol;
        code.counts[symbol]++;
        bits += width;
    }

    /** Bits that {@link #write} takes. */
    long bits() {
        return bits;
    }

    void write(BitOutput out) {
        out.put(literals - LEAST_LITERALS | (distances - 1) << 5 | (orders - 4) << 10, 14);
        for (int i = 0; i < orders; i++) {
            out.put(code.lengths[ORDER[i]], 3);
        }
        for (int i = 0; i < size; i++) {
            int symbol = items[i] & 31;
            int width = code.lengths[symbol];
            int extraWidth = symbol == AGAIN ? 2 : symbol == ZEROS ? 3 : symbol == MANY_ZEROS ? 7 : 0;
            out.put(code.codes[symbol] | (items[i] >>> 5) << width, width + extraWidth);
        }
    }
}
