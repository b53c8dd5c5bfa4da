package io.focusgen.bundle;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;

/** The bytes of a block in one array, which grows to the largest block and is used for one block after the other. */
final class GatheredBytes extends ByteOutput {

    private static final int FIRST_BYTES = 256 << 10;

    /** Who waits for what is made of them. */
    private @Nullable ByteOutput reader;

    GatheredBytes() {
        super(new byte[FIRST_BYTES]);
    }

    /** Begins with nothing. */
    void begin(ByteOutput newReader) {
        length = 0;
        reader = newReader;
    }

    @Override
    public boolean isWanted() {
        return reader == null || reader.isWanted();
    }

    @Override
    protected void next(int bytes) {
        if (!isWanted()) {
            throw new CancellationException("nobody wants this block any more");
        }
        array = Arrays.copyOf(array, Math.max(length + bytes, 2 * array.length));
    }
}
