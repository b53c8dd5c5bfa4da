package io.focusgen.cli;

import java.nio.charset.StandardCharsets;

import io.focusgen.encode.ByteOutput;
import io.focusgen.stream.BlockSource;

/**
 * A text that is in memory anyway, as one block.
 *
 * @param text of the whole file
 */
record DocumentBlock(String text) implements BlockSource {

    @Override
    public long blocks() {
        return 1;
    }

    @Override
    public void encode(long block, ByteOutput out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }
}
