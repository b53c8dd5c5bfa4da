package io.focusgen.bench;

import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;

/** Takes bytes into one array again and again, and keeps their number and, where asked to, their checksum. */
final class NullSink extends ByteOutput {

    /** As large as the array that a stream encodes into. */
    private static final int BYTES = 128 << 10;

    private final @Nullable CRC32C checksum;
    private long passed;

    private NullSink(@Nullable CRC32C checksum) {
        super(new byte[BYTES]);
        this.checksum = checksum;
    }

    static NullSink counting() {
        return new NullSink(null);
    }

    static NullSink summing() {
        return new NullSink(new CRC32C());
    }

    @Override
    protected void next(int bytes) {
        flush();
        if (array.length < bytes) {
            array = new byte[bytes];
        }
    }

    private void flush() {
        if (checksum != null) {
            checksum.update(array, 0, length);
        }
        passed += length;
        length = 0;
    }

    long bytes() {
        flush();
        return passed;
    }

    long checksum() {
        flush();
        if (checksum == null) {
            throw new IllegalStateException("this sink only counts");
        }
        return checksum.getValue();
    }
}
