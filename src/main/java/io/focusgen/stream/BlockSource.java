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

    /** Data rows of a block, headers not counted; 0 where it has other bytes. */
    default long rowsOf(long block) {
        return 0;
    }

    /** The same in turns of some milliseconds each, so that a large block does not keep others waiting. */
    default BlockWork work(long block) {
        return out -> {
            encode(block, out);
            return true;
        };
    }

    /** Whether a block can be encoded only when all before it have been, by this very source; where any is, the last is. */
    default boolean needsOthers(long block) {
        return false;
    }

    /** Whether its bytes go on at once, however few: what is behind it may take long. */
    default boolean goesOnAtOnce(long block) {
        return false;
    }

    /** Blocks that may be in work at once: fewer where one holds much memory. */
    default int mostAtOnce() {
        return Integer.MAX_VALUE;
    }
}
