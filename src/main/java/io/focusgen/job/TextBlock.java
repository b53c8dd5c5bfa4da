package io.focusgen.job;

import java.nio.charset.StandardCharsets;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;

/** A text as blocks of at most {@value #BLOCK_BYTES} bytes. */
final class TextBlock implements BlockSource {

    private static final int BLOCK_BYTES = 1 << 20;

    private final byte[] bytes;

    TextBlock(String text) {
        bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public long blocks() {
        return Math.max(1, (bytes.length + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    @Override
    public void encode(long block, ByteOutput out) {
        int from = Math.toIntExact(block * BLOCK_BYTES);
        out.write(bytes, from, Math.min(BLOCK_BYTES, bytes.length - from));
    }
}
