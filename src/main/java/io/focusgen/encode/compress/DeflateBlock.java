package io.focusgen.encode.compress;

/**
 * The literals and matches of one block of deflate (RFC 1951), and how they are written: with Huffman codes of their own,
 * or as they were where that is shorter. Not thread-safe.
 */
final class DeflateBlock {

    static final int LEAST_LENGTH = 3;
    static final int MOST_LENGTH = 258;
    static final int MOST_DISTANCE = 32_768;

    private static final int MOST_STORED = 0xFFFF;

    /**
     * Symbols of one block. More would spread the cost of the code tables, fewer would follow a change of the data sooner;
     * with so many a block of literals is one stored part.
     */
    private static final int CAPACITY = MOST_STORED;

    private static final int END = 256;
    private static final int LENGTH_CODES = 257;
    private static final int STORED = 0;
    private static final int DYNAMIC = 2;

    /** Symbols between two looks at the room of the output, and what one takes at most: 15 + 5 + 15 + 13 bits. */
    private static final int BATCH = 512;
    private static final int MOST_BYTES_A_SYMBOL = 6;

    /** How a code word and its bits stand in one number. */
    private static final int WIDTH_BITS = 5;
    private static final int WIDTH = (1 << WIDTH_BITS) - 1;

    /** Symbol of each length of a match, and the first length and the number of extra bits of each symbol above 256. */
    private static final short[] LENGTH_SYMBOL = new short[MOST_LENGTH + 1];
    private static final int[] FIRST_LENGTH = new int[29];
    private static final int[] LENGTH_EXTRA = new int[29];

    static {
        int length = LEAST_LENGTH;
        for (int code = 0; code < 28; code++) {
            LENGTH_EXTRA[code] = code < 8 ? 0 : (code >> 2) - 1;
            FIRST_LENGTH[code] = length;
            for (int i = 0; i < 1 << LENGTH_EXTRA[code]; i++) {
                LENGTH_SYMBOL[length++] = (short) (LENGTH_CODES + code);
            }
        }
        // The longest one has a code without extra bits, though the code before it would reach it.
        FIRST_LENGTH[28] = MOST_LENGTH;
        LENGTH_SYMBOL[MOST_LENGTH] = (short) (LENGTH_CODES + 28);
    }

    /** Literals as they are, matches as the distance above 9 bits of length. */
    private final int[] tokens = new int[CAPACITY];
    private int size;

    private final PrefixCode literals = new PrefixCode(286, 15);
    private final PrefixCode distances = new PrefixCode(30, 15);
    private final CodeLengths header = new CodeLengths();

    /** Code words with their extra bits, of literals and of the lengths of matches. */
    private final int[] literalWords = new int[END + 1];
    private final int[] lengthWords = new int[MOST_LENGTH + 1];
    private final int[] distanceWords = new int[30];

    /** Begins with nothing. */
    void clear() {
        size = 0;
        literals.clear();
        distances.clear();
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    /** Adds a byte; the block is not full. */
    void literal(int value) {
        tokens[size++] = value;
        literals.counts[value]++;
    }

    /**
     * Adds a match; the block is not full.
     *
     * @param length 3 to 258
     * @param distance 1 to 32768
     */
    void match(int length, int distance) {
        tokens[size++] = distance << 9 | length;
        literals.counts[LENGTH_SYMBOL[length]]++;
        distances.counts[distanceSymbol(distance)]++;
    }

    private static int distanceSymbol(int distance) {
        int below = distance - 1;
        if (below < 2) {
            return below;
        }
        int extra = 30 - Integer.numberOfLeadingZeros(below);
        return (extra << 1) + (below >>> extra);
    }

    private static int distanceExtra(int symbol) {
        return symbol < 2 ? 0 : (symbol >> 1) - 1;
    }

    /**
     * Writes the block and begins the next one.
     *
     * @param in the bytes that it stands for, {@code start} to {@code end}
     * @param last whether no block follows
     */
    void write(byte[] in, int start, int end, boolean last, BitOutput out) {
        literals.counts[END]++;
        literals.build();
        distances.build();
        header.of(literals, distances);
        int length = end - start;
        // Each stored part begins with 3 bits, those up to the next byte, and two numbers of 16 bits.
        long stored = 8L * length + (3 + 7 + 32) * (1 + length / MOST_STORED);
        if (stored <= header.bits() + bits()) {
            store(in, start, end, last, out);
        } else {
            out.put((last ? 1 : 0) | DYNAMIC << 1, 3);
            header.write(out);
            words();
            for (int i = 0; i < size; i += BATCH) {
                write(i, Math.min(size, i + BATCH), out);
            }
            out.put(literalWords[END] >>> WIDTH_BITS, literalWords[END] & WIDTH);
        }
        clear();
    }

    /** Bits of the symbols. */
    private long bits() {
        long bits = 0;
        for (int symbol = 0; symbol < literals.counts.length; symbol++) {
            int extra = symbol < LENGTH_CODES ? 0 : LENGTH_EXTRA[symbol - LENGTH_CODES];
            bits += (long) literals.counts[symbol] * (literals.lengths[symbol] + extra);
        }
        for (int symbol = 0; symbol < distances.counts.length; symbol++) {
            bits += (long) distances.counts[symbol] * (distances.lengths[symbol] + distanceExtra(symbol));
        }
        return bits;
    }

    private static void store(byte[] in, int start, int end, boolean last, BitOutput bits) {
        int from = start;
        do {
            int length = Math.min(end - from, MOST_STORED);
            bits.put((last && from + length == end ? 1 : 0) | STORED << 1, 3);
            bits.align();
            bits.put(length | (long) (length ^ 0xFFFF) << 16, 32);
            bits.out.write(in, from, length);
            from += length;
        } while (from < end);
    }

    private void words() {
        for (int symbol = 0; symbol <= END; symbol++) {
            literalWords[symbol] = literals.codes[symbol] << WIDTH_BITS | literals.lengths[symbol];
        }
        for (int length = LEAST_LENGTH; length <= MOST_LENGTH; length++) {
            int symbol = LENGTH_SYMBOL[length];
            int width = literals.lengths[symbol];
            int extra = length - FIRST_LENGTH[symbol - LENGTH_CODES];
            lengthWords[length] = (literals.codes[symbol] | extra << width) << WIDTH_BITS
                    | width + LENGTH_EXTRA[symbol - LENGTH_CODES];
        }
        for (int symbol = 0; symbol < distanceWords.length; symbol++) {
            distanceWords[symbol] = distances.codes[symbol] << WIDTH_BITS | distances.lengths[symbol];
        }
    }

    /** Writes the symbols {@code from} to {@code to}: the one loop that sees them all, so all it needs is local. */
    private void write(int from, int to, BitOutput out) {
        out.out.ensure((to - from) * MOST_BYTES_A_SYMBOL + Long.BYTES);
        byte[] array = out.out.array();
        int at = out.out.length();
        long bits = out.bits;
        int count = out.count;
        for (int i = from; i < to; i++) {
            int token = tokens[i];
            int distance = token >>> 9;
            if (distance == 0) {
                int word = literalWords[token];
                bits |= (long) (word >>> WIDTH_BITS) << count;
                count += word & WIDTH;
            } else {
                int word = lengthWords[token & 511];
                bits |= (long) (word >>> WIDTH_BITS) << count;
                count += word & WIDTH;
                int symbol = distanceSymbol(distance);
                word = distanceWords[symbol];
                int extra = distanceExtra(symbol);
                int width = word & WIDTH;
                // What lies above the extra bits of a distance is its symbol.
                int offset = distance - 1 & (1 << extra) - 1;
                bits |= (long) (word >>> WIDTH_BITS | offset << width) << count;
                count += width + extra;
            }
            BitOutput.BYTES.set(array, at, bits);
            at += count >>> 3;
            bits >>>= count & ~7;
            count &= 7;
        }
        out.out.length(at);
        out.bits = bits;
        out.count = count;
    }
}
