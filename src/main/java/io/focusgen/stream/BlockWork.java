package io.focusgen.stream;

import io.focusgen.encode.ByteOutput;

/** The work of encoding one block. Of one thread at a time, but not always of the same. */
@FunctionalInterface
public interface BlockWork {

    /**
     * Does some of the work, at most some milliseconds of it where it can be split.
     *
     * @param out the same in every turn
     * @return whether the block is done
     */
    boolean turn(ByteOutput out);
}
