package io.focusgen.sink;

import io.focusgen.stream.BlockSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** A file on its way. Its methods are called one after the other: write, then commit or discard. */
public interface StagedFile {

    /** Where {@link #write} begins: block 0 of a new file. */
    Checkpoint start();

    /**
     * Writes the blocks from {@link #start()} to the last, with bounded memory, and tells after each stretch that it is
     * safe. Ends with a last checkpoint at the end of the blocks. Cancelling stops within a second and keeps what is safe,
     * as does a failure; the file can then be opened again from the last checkpoint, or discarded.
     *
     * @param blocks all of the file; the same ones, byte for byte, as those before {@link #start()} were made of
     */
    Multi<Checkpoint> write(BlockSource blocks);

    /** Makes it visible, whole. Only after {@link #write} has completed. */
    Uni<StoredFile> commit();

    /** Leaves nothing behind. */
    Uni<Void> discard();
}
