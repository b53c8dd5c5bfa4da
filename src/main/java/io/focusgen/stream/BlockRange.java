package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;

/**
 * Some consecutive blocks of a source, numbered from 0.
 *
 * @param source of all blocks
 * @param first of the range
 * @param end of the range, exclusive
 */
public record BlockRange(BlockSource source, long first, long end) implements BlockSource {

    public BlockRange {
        if (first < 0 || first > end || end > source.blocks()) {
            throw new IllegalArgumentException(
                    "of " + source.blocks() + " blocks there are none from " + first + " to " + end);
        }
    }

    @Override
    public long blocks() {
        return end - first;
    }

    @Override
    public void encode(long block, ByteOutput out) {
        source.encode(first + block, out);
    }

    @Override
    public long rowsOf(long block) {
        return source.rowsOf(first + block);
    }

    @Override
    public BlockWork work(long block) {
        return source.work(first + block);
    }

    /** Those before the range have been encoded by whoever asks for it. */
    @Override
    public boolean needsOthers(long block) {
        return source.needsOthers(first + block);
    }

    @Override
    public boolean goesOnAtOnce(long block) {
        return source.goesOnAtOnce(first + block);
    }

    @Override
    public int mostAtOnce() {
        return source.mostAtOnce();
    }
}
