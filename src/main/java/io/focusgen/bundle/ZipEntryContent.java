package io.focusgen.bundle;

import java.lang.ref.WeakReference;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.focusgen.stream.BlockSource;
import io.focusgen.stream.BlockWork;

/**
 * The content of one entry of a zip file: planned when its first block is asked for, forgotten when it is whole, and planned
 * again for whoever asks for one of its blocks again. Thread-safe.
 */
final class ZipEntryContent {

    /** What a part of a table takes at most, likely. */
    private static final long PART_BYTES = 1 << 20;

    private final BundleFile file;
    private final OptionalLong rows;
    private final long blocks;
    private final long mostBytes;
    private final boolean lastNeedsOthers;
    private final ContentSums sums;

    // guarded by this
    private @Nullable BlockSource source;
    /** Planned for blocks that are encoded again, and shared for as long as one of them is in work. */
    private WeakReference<BlockSource> again = new WeakReference<>(null);
    private boolean whole;

    /**
     * @param planned the file, opened to be looked at
     * @param rowBytes that a row takes at most, likely: for the choice of records only
     */
    ZipEntryContent(BundleFile file, BlockSource planned, long rowBytes, ContentSums sums) {
        this.file = file;
        this.sums = sums;
        rows = file.rows();
        blocks = planned.blocks();
        mostBytes = rows.isPresent() ? rows.getAsLong() * rowBytes : blocks * PART_BYTES;
        lastNeedsOthers = blocks > 0 && planned.needsOthers(blocks - 1);
    }

    String name() {
        return file.name();
    }

    /** Whether it is rows. */
    boolean isData() {
        return file.isData();
    }

    long blocks() {
        return blocks;
    }

    /** Whether a block needs those before it; only the last may. */
    boolean needsOthers(long block) {
        return lastNeedsOthers && block == blocks - 1;
    }

    /** Bytes that it is likely to have at most. */
    long mostBytes() {
        return mostBytes;
    }

    /** The work of a block, for the first time or again: the same bytes. */
    synchronized BlockWork work(long block) {
        if (whole) {
            BlockSource open = openAgain();
            return needsOthers(block) ? new RepeatedEnd(open, block) : open.work(block);
        }
        BlockSource open = source;
        if (open == null) {
            open = file.open();
            source = open;
        }
        return open.work(block);
    }

    /** Data rows of a block; 0 for one that is encoded again, after the entry was whole. */
    synchronized long rowsOf(long block) {
        BlockSource open = source;
        return open == null ? 0 : open.rowsOf(block);
    }

    private BlockSource openAgain() {
        BlockSource open = again.get();
        if (open == null) {
            open = file.open();
            again = new WeakReference<>(open);
        }
        return open;
    }

    /** Takes a block that has been encoded, for the first time or again. @param packed bytes that it became */
    void add(long block, GatheredBytes content, int packed) {
        sums.add(block, content, packed);
    }

    /** What all of it came to, once it is whole. To be asked for once. */
    ContentSums.Sums finish() {
        ContentSums.Sums finished = sums.finish(blocks);
        forget();
        return finished;
    }

    private synchronized void forget() {
        whole = true;
        source = null;
    }

    /** As the manifest lists it. */
    WrittenFile written(ContentSums.Sums content) {
        return new WrittenFile(file.name(), file.mediaType(), rows, content.bytes(), content.sha256(),
                file.canonicalUrl());
    }
}
