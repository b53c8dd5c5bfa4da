package io.focusgen.encode.compress;

import java.util.Objects;

import io.focusgen.encode.ByteOutput;

/**
 * Parts of one deflate stream (RFC 1951). Each is made without knowing the others, so by any thread: any number of them in a
 * row, with {@link #end} behind them, are the stream. The same bytes in, the same bytes out. 340 KiB; not thread-safe.
 */
public final class DeflateParts {

    private static final int MOST_STORED = 0xFFFF;

    /** Of a block: stored, not the last; 3 bits. */
    private static final int STORED = 0;

    /** Length of an empty stored block, and its complement. */
    private static final long NOTHING = 0xFFFF_0000L;

    /** A last block with the fixed code and nothing in it. */
    private static final byte[] END = {3, 0};

    /** Bytes that {@link #end} writes. */
    public static final int END_BYTES = END.length;

    private static final ThreadLocal<DeflateParts> OF_THREAD = ThreadLocal.withInitial(DeflateParts::new);

    private final Deflate.Tables tables = new Deflate.Tables();

    /** The one of the calling thread, which keeps it for as long as it lives. */
    public static DeflateParts ofThread() {
        return OF_THREAD.get();
    }

    /**
     * Writes a part, compressed: about a thousandth and 64 bytes larger than what it holds at most.
     *
     * @param length 0 to {@link Compressor#MOST_BYTES}
     * @throws IndexOutOfBoundsException where {@code in} has no such bytes
     */
    public void compress(byte[] in, int offset, int length, ByteOutput out) {
        Objects.checkFromIndexSize(offset, length, in.length);
        BitOutput bits = new BitOutput(out);
        if (length > 0) {
            Deflate.writePart(in, offset, length, tables, bits);
        }
        // The next part begins with a whole byte.
        bits.put(STORED, 3);
        bits.align();
        bits.put(NOTHING, 32);
    }

    /** Writes a part as it is, for what is compressed already: five bytes more for each 64 KiB begun. */
    public static void store(byte[] in, int offset, int length, ByteOutput out) {
        Objects.checkFromIndexSize(offset, length, in.length);
        BitOutput bits = new BitOutput(out);
        int end = offset + length;
        for (int from = offset; from < end; from += MOST_STORED) {
            int some = Math.min(end - from, MOST_STORED);
            bits.put(STORED, 8);
            bits.put(some | (long) (some ^ MOST_STORED) << 16, 32);
            out.write(in, from, some);
        }
    }

    /** Writes the end of the stream. */
    public static void end(ByteOutput out) {
        out.write(END, 0, END.length);
    }
}
