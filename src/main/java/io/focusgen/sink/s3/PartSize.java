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
