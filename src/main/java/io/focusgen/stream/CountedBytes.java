package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;

/** Counts bytes and keeps none. */
final class CountedBytes extends ByteOutput {

    private static final int FIRST_BYTES = 256 << 10;

    private long before;

    CountedBytes() {
        super(new byte[FIRST_BYTES]);
    }

    /** All that were written. */
    long count() {
        return before + length;
    }

    @Override
    protected void next(int bytes) {
        before += length;
        length = 0;
        if (array.length < bytes) {
            array = new byte[bytes];
        }
    }
}
