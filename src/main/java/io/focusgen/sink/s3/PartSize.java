package io.focusgen.sink.s3;

/**
 * How large parts are: small ones first, so that a small file needs little memory and an interruption loses little; larger
 * ones later, because a file may have only 10,000.
 */
enum PartSize {
    SMALL(8 << 20, 1_000),
    MEDIUM(16 << 20, 2_000),
    LARGE(32 << 20, 3_000),
    HUGE(64 << 20, 10_000);

    /** More than four requests at once make nothing faster. */
    private static final int MOST_AT_ONCE = 4;

    private final int bytes;
    private final int lastPart;

    PartSize(int bytes, int lastPart) {
        this.bytes = bytes;
        this.lastPart = lastPart;
    }

    /** What a part has at least, the last one of a file excepted; the block that reaches it makes it larger. */
    int bytes() {
        return bytes;
    }

    /** The number of the last part of this size. */
    int lastPart() {
        return lastPart;
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
