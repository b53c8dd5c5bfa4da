package io.focusgen.stream;

import java.util.List;

/** A planned data set (or the shard of it that was asked for), ready to be streamed. */
public interface Export {

    /** Exact data rows of this shard, header not counted. */
    long rows();

    /** One for each provider, in the order of the rows. */
    List<PlannedBill> bills();

    /**
     * About how much memory it takes at most where it is kept for several streams, each of which reads its own
     * {@link #forStream}; the largest number where it is made for a single one.
     */
    default long heapBytes() {
        return Long.MAX_VALUE;
    }

    /** The same data set for one stream: what that makes on its way is not kept with this one. */
    default Export forStream() {
        return this;
    }

    /** The bytes in a format; where it has a header line, that (in the first shard only, unless each has it) begins block 0. */
    BlockSource blocks(Format format);
}
