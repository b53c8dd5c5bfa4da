package io.focusgen.encode.compress;

import java.util.Arrays;

/**
 * One deflate stream (RFC 1951) of rows that are near copies of those before them. After a number or a time that differs
 * the match goes on at the distance it had, so the distances of the last two matches are looked at first; only where they
 * give too little, a table is asked for the last place that began with the same bytes. Places inside of a match are not
 * kept: rows differ where the rows before them did, and there a match began. Not thread-safe.
 */
final class Deflate {

    /** Logarithm of the number of places kept: rather few, so that they stay in a cache beside the rows. */
    private static final int PLACE_BITS = 14;

    /** Bits of a word that its place in the table does not depend on: what is looked up has six bytes in common. */
    private static final int UNHASHED_BITS = 16;

    /** A shorter match saves nothing over literals. */
    private static final int LEAST_MATCH = 4;

    /** With a match of such a length at such a distance the search is over. */
    private static final int GOOD_LENGTH = 12;
    private static final int GOOD_DISTANCE = 1024;

    private final byte[] in;
    private final int end;
    private final BitOutput out;
    private final int[] places;
    private final DeflateBlock block;

    private int at;

    /** The first byte that no block stands for yet. */
    private int start;

    /** Distances of the last match and of the last one that had another; always within the bytes already seen. */
    private int near = 1;
    private int far = 1;

    /** What one stream after the other needs: 340 KiB. */
    static final class Tables {

        /** Where each of the last words stood. */
        private final int[] places = new int[1 << PLACE_BITS];

        private final DeflateBlock block = new DeflateBlock();
    }

    private Deflate(byte[] in, int offset, int length, Tables tables, BitOutput out) {
        this.in = in;
        this.out = out;
        end = offset + length;
        at = offset;
        start = offset;
        places = tables.places;
        block = tables.block;
        Arrays.fill(places, offset - DeflateBlock.MOST_DISTANCE - 1);
        block.clear();
    }

    /**
     * Writes a whole stream; its last byte may not be complete.
     *
     * @param length at most {@link Compressor#MOST_BYTES}
     */
    static void write(byte[] in, int offset, int length, Tables tables, BitOutput out) {
        new Deflate(in, offset, length, tables, out).write(true);
    }

    /** The same without an end: more blocks must follow. */
    static void writePart(byte[] in, int offset, int length, Tables tables, BitOutput out) {
        new Deflate(in, offset, length, tables, out).write(false);
    }

    private void write(boolean last) {
        if (at < end) {
            literal();
        }
        // Two loops, though one could do: the compiler makes more of the first if the rest is not in it.
        for (int lastWord = end - Long.BYTES; at <= lastWord;) {
            int found = find();
            if (found < LEAST_MATCH) {
                literal();
            } else {
                match(found);
            }
        }
        while (at < end) {
            literal();
        }
        block.write(in, start, end, last, out);
    }

    private void literal() {
        room();
        block.literal(in[at++] & 0xFF);
    }

    /** Goes on by a match at the distance {@link #near}. */
    private void match(int length) {
        for (int left = length; left > 0;) {
            room();
            // What is left must not be too short.
            int part = left <= DeflateBlock.MOST_LENGTH
                    ? left
                    : Math.min(DeflateBlock.MOST_LENGTH, left - DeflateBlock.LEAST_LENGTH);
            block.match(part, near);
            at += part;
            left -= part;
        }
    }

    private void room() {
        if (block.isFull()) {
            block.write(in, start, at, false, out);
            start = at;
        }
    }

    /** Looks for a match and returns its length, which may be useless; if it is not, its distance is now {@link #near}. */
    private int find() {
        long word = word(at);
        int slot = (int) ((word << UNHASHED_BITS) * 0x9E37_79B1_85EB_CA87L >>> Long.SIZE - PLACE_BITS);
        int place = places[slot];
        places[slot] = at;
        int length = same(near, word);
        if (length >= GOOD_LENGTH && near <= GOOD_DISTANCE) {
            return length;
        }
        int distance = near;
        int value = value(length, near);
        int other = same(far, word);
        if (value(other, far) > value) {
            value = value(other, far);
            length = other;
            distance = far;
        }
        int last = at - place;
        if (last < distance || length < GOOD_LENGTH && last <= DeflateBlock.MOST_DISTANCE) {
            other = same(last, word);
            if (value(other, last) > value) {
                length = other;
                distance = last;
            }
        }
        if (length >= LEAST_MATCH && distance != near) {
            far = near;
            near = distance;
        }
        return length;
    }

    /**
     * What a match is worth: a far one costs more bits, and a byte more of it saves some, but not once it is long, because
     * what follows is then most likely the begin of another match.
     */
    private static int value(int length, int distance) {
        return 2 * Math.min(length, 32) + Integer.numberOfLeadingZeros(distance);
    }

    /** How many bytes from here on are those {@code distance} before; {@code word} is the first eight of them. */
    private int same(int distance, long word) {
        long difference = word ^ word(at - distance);
        if (difference != 0) {
            return Long.numberOfTrailingZeros(difference) >>> 3;
        }
        int i = at + Long.BYTES;
        // The form of loop that the compiler unrolls and frees of checks: two thirds of all time is spent here.
        for (int last = end - Long.BYTES; i <= last; i += Long.BYTES) {
            difference = word(i) ^ word(i - distance);
            if (difference != 0) {
                return i - at + (Long.numberOfTrailingZeros(difference) >>> 3);
            }
        }
        while (i < end && in[i] == in[i - distance]) {
            i++;
        }
        return i - at;
    }

    private long word(int i) {
        return (long) BitOutput.BYTES.get(in, i);
    }
}
