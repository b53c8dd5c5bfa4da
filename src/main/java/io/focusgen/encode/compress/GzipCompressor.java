package io.focusgen.encode.compress;

import java.util.Objects;
import java.util.zip.CRC32;

import io.focusgen.encode.ByteOutput;

/** Members of gzip (RFC 1952) without name and time. 340 KiB of tables. */
final class GzipCompressor implements Compressor {

    /** The two bytes of every gzip file, deflate, no flags. */
    private static final int MAGIC = 0x00_08_8B_1F;

    private static final int NO_TIME = 0;

    /** Compressed fast, by an unknown system: what the file system was like matters to nobody. */
    private static final int FAST_UNKNOWN = 0xFF_04;

    private final Deflate.Tables tables = new Deflate.Tables();
    private final CRC32 sum = new CRC32();

    @Override
    public void compress(byte[] in, int offset, int length, ByteOutput out) {
        Objects.checkFromIndexSize(offset, length, in.length);
        if (length > MOST_BYTES) {
            throw new IllegalArgumentException("at most " + MOST_BYTES + " bytes, but " + length);
        }
        BitOutput bits = new BitOutput(out);
        bits.put(MAGIC, 32);
        bits.put(NO_TIME, 32);
        bits.put(FAST_UNKNOWN, 16);
        Deflate.write(in, offset, length, tables, bits);
        bits.align();
        sum.reset();
        sum.update(in, offset, length);
        bits.put(sum.getValue(), 32);
        bits.put(length, 32);
    }
}
