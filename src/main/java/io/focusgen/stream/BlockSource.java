package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;

/** A data set as numbered blocks, each of which any thread can encode on its own, any number of times. */
public interface BlockSource {

    long blocks();

    /**
     * Writes the bytes of one block.
     *
     * @param block 0 to {@link #blocks()} − 1
     */
    void encode(long block, ByteOutput out);
}
