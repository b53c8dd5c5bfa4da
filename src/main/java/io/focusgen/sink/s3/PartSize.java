package io.focusgen.sink.s3;

import java.util.List;

/**
 * How large some parts of a file are.
 *
 * @param bytes that each has at least, the last one of the file excepted; the block that reaches it makes it larger
 * @param lastPart the number of the last part of this size
 */
record PartSize(int bytes, int lastPart) {

    /**
     * Small parts first, so that a small file needs little memory and an interruption loses little; larger ones later, because
     * an object may have only 10,000: 492 GiB.
     */
    static final List<PartSize> GROWING = List.of(new PartSize(8 << 20, 1_000), new PartSize(16 << 20, 2_000),
            new PartSize(32 << 20, 3_000), new PartSize(64 << 20, 10_000));

    /** More than four requests at once make nothing faster. */
    private static final int MOST_AT_ONCE = 4;

    /** What a block has, at most, and makes a part larger by. */
    private static final int BLOCK_BYTES = 4 << 20;

    /** Of the heap for what neither a part nor a stream holds, the plan and the SDK; they often need more. */
    private static final long BESIDES = 32L << 20;

    /**
     * Bytes of heap without which an upload cannot go on, where so many bytes of it are sent: a part on its way and one that is filled,
     * blocks that are encoded ahead, as many that wait to be filled again, and what stands around them.
     *
     * @param blocksInFlight of its stream
     */
    static long leastHeap(List<PartSize> sizes, int blocksInFlight, long sent) {
        int next = 0;
        while (next < sizes.size() - 1 && sent >= all(sizes.subList(0, next + 1))) {
            next++;
        }
        return BESIDES + 2L * (sizes.get(next).bytes + BLOCK_BYTES) + 2L * blocksInFlight * BLOCK_BYTES;
    }

    /** Bytes of all parts of these sizes. */
    static long all(List<PartSize> sizes) {
        long bytes = 0;
        int before = 0;
        for (PartSize size : sizes) {
            bytes += (long) size.bytes * (size.lastPart - before);
            before = size.lastPart;
        }
        return bytes;
    }

    /**
     * Parts in memory at once, 1 to 4.
     *
     * @param memory bytes that they may take together; a single part may take more
     */
    int atOnce(long memory) {
        return (int) Math.max(1, Math.min(MOST_AT_ONCE, memory / bytes));
    }
}
