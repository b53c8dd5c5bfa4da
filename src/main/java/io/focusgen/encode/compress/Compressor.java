package io.focusgen.encode.compress;

import io.focusgen.encode.ByteOutput;

/**
 * Compresses bytes into complete members or frames, which may be written one behind the other. The same bytes in, the
 * same bytes out, whatever was compressed before. Not thread-safe; {@link BlockCompressor} has one for each thread.
 */
public sealed interface Compressor permits GzipCompressor, ZstdCompressor {

    /** Bytes that one call takes at most. */
    int MOST_BYTES = 1 << 30;

    /**
     * Writes one member or frame. It is at most a thousandth and 64 bytes larger than what it holds, and is written in
     * parts that have room in 4 KiB.
     *
     * @param length 0 to {@link #MOST_BYTES}
     * @throws IndexOutOfBoundsException where {@code in} has no such bytes
     * @throws IllegalArgumentException where there are too many of them
     */
    void compress(byte[] in, int offset, int length, ByteOutput out);
}
