package io.focusgen.sink.s3;

import java.util.ArrayList;
import java.util.List;

/**
 * How large some parts of a file are.
 *
 * @param bytes that each has at least, the last one of the file excepted; the block that reaches it makes it larger
 * @param lastPart the number of the last part of this size
 */
record PartSize(int bytes, int lastPart) {

    /** Of an object. */
    private static final int MOST_PARTS = 10_000;

    /**
     * Small parts first, so that a small file needs little memory and an interruption loses little; larger ones later, because
     * an object may have only 10,000: 492 GiB.
     */
    static final List<PartSize> GROWING = List.of(new PartSize(8 << 20, 1_000), new PartSize(16 << 20, 2_000),
            new PartSize(32 << 20, 3_000), new PartSize(64 << 20, MOST_PARTS));

    /** More than four requests at once make nothing faster. */
    private static final int MOST_AT_ONCE = 4;

    /** What a block has, at most, and makes a part larger by. */
    private static final int BLOCK_BYTES = 4 << 20;

    /** Of the heap for what neither a part nor a stream holds, the plan and the SDK; they often need more. */
    private static final long BESIDES = 32L << 20;

    /**
     * The growing sizes that a heap has room for. Where it has none for larger parts, the last that fit go on to the end: the largest
     * file is smaller then, and nothing fails that is not larger.
     *
     * @param blocksInFlight of the stream of a file
     * @param heap bytes
     */
    static List<PartSize> fitting(int blocksInFlight, long heap) {
        int count = 1;
        while (count < GROWING.size() && GROWING.get(count).leastHeap(blocksInFlight) <= heap) {
            count++;
        }
        List<PartSize> sizes = new ArrayList<>(GROWING.subList(0, count));
        sizes.set(count - 1, new PartSize(sizes.get(count - 1).bytes, MOST_PARTS));
        return List.copyOf(sizes);
    }

    /**
     * Bytes of heap without which parts of this size cannot be sent: one on its way and one that is filled, blocks that are
     * encoded ahead, as many that wait to be filled again, and what stands around them.
     *
     * @param blocksInFlight of their stream
     */
    long leastHeap(int blocksInFlight) {
        return BESIDES + 2L * (bytes + BLOCK_BYTES) + 2L * blocksInFlight * BLOCK_BYTES;
    }

    /** Bytes of a part in a heap that is large enough. */
    static int largest() {
        return GROWING.get(GROWING.size() - 1).bytes;
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
