package io.focusgen.bundle;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.focusgen.stream.BlockSource;

/** The content of one entry of a zip file: planned when its first block is asked for, forgotten with its last. Thread-safe. */
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

    synchronized BlockSource source() {
        BlockSource open = source;
        if (open == null) {
            open = file.open();
            source = open;
        }
        return open;
    }

    /** Takes a block that has been encoded. @param packed bytes that it became */
    void add(long block, GatheredBytes content, int packed) {
        sums.add(block, content, packed);
    }

    /** What all of it came to, once it is whole. */
    synchronized ContentSums.Sums finish() {
        source = null;
        return sums.finish(blocks);
    }

    /** As the manifest lists it. */
    WrittenFile written(ContentSums.Sums content) {
        return new WrittenFile(file.name(), file.mediaType(), rows, content.bytes(), content.sha256(),
                file.canonicalUrl());
    }
}
