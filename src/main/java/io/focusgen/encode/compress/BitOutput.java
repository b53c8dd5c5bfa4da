package io.focusgen.encode.compress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import io.focusgen.encode.ByteOutput;

/**
 * Bits in the order of deflate: the first one is the lowest of a byte. Not thread-safe. {@link DeflateBlock} works on the
 * fields directly where it writes symbols, eight bytes at a time.
 */
final class BitOutput {

    /** Eight bytes of an array as a number whose lowest byte comes first. */
    static final VarHandle BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Where whole bytes go. */
    final ByteOutput out;

    /** Bits that are no whole byte yet, at most 7 between calls; those above {@link #count} are 0. */
    long bits;
    int count;

    BitOutput(ByteOutput out) {
        this.out = out;
    }

    /**
     * Appends a number.
     *
     * @param value below 2 to the power of {@code width}
     * @param width 0 to 56 bits
     */
    void put(long value, int width) {
        bits |= value << count;
        count += width;
        out.ensure(Long.BYTES);
        BYTES.set(out.array(), out.length(), bits);
        out.length(out.length() + (count >>> 3));
        bits >>>= count & ~7;
        count &= 7;
    }

    /** Fills up to a whole byte with zeros. */
    void align() {
        put(0, -count & 7);
    }
}
