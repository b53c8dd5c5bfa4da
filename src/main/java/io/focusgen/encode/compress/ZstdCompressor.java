package io.focusgen.encode.compress;

import java.util.Objects;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;

import io.focusgen.encode.ByteOutput;

/**
 * Frames of zstd (RFC 8878) with their length and a checksum. Keeps an array as large as the largest block; the library
 * takes about 1 MiB outside of the heap while it works, and gives it back.
 */
final class ZstdCompressor implements Compressor {

    /** Both neighbours make larger files of such rows, and the higher one takes a fifth more time. */
    private static final int LEVEL = 2;

    private byte[] frame = {};

    /**
     * Loads the library.
     *
     * @throws IllegalStateException where this machine refuses it
     */
    ZstdCompressor() {
        try {
            Native.load();
        } catch (LinkageError refused) {
            throw new IllegalStateException("zstd needs a folder to load a native library from: name one that is"
                    + " writable and not mounted noexec with -DZstdTempFolder=<folder>; " + refused.getMessage(),
                    refused);
        }
    }

    @Override
    public void compress(byte[] in, int offset, int length, ByteOutput out) {
        Objects.checkFromIndexSize(offset, length, in.length);
        if (length > MOST_BYTES) {
            throw new IllegalArgumentException("at most " + MOST_BYTES + " bytes, but " + length);
        }
        int most = (int) Zstd.compressBound(length);
        if (frame.length < most) {
            frame = new byte[most];
        }
        long written = Zstd.compressByteArray(frame, 0, frame.length, in, offset, length, LEVEL, true);
        if (Zstd.isError(written)) {
            throw new IllegalStateException("zstd: " + Zstd.getErrorName(written));
        }
        out.write(frame, 0, (int) written);
    }
}
