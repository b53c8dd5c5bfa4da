package io.focusgen.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.parquet.GroupPlace;
import io.focusgen.encode.parquet.ParquetFile;
import io.focusgen.encode.parquet.RowGroup;
import io.focusgen.plan.Blocks;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * Rows as a Parquet file: a first block with the four bytes that it begins with, one for each row group, which holds many blocks
 * of the plan, and a last one that says where all the others are. A shard is a file of its own.
 */
final class ParquetBlocks implements BlockSource {

    /** Rows of a group that a file of some millions of rows has: enough for columns to compress well. */
    private static final long GROUP_ROWS = 131_072;

    /** A file does not have more groups than this, because the last block must know them all; they grow instead. */
    private static final long MOST_GROUPS = 400;

    /** Rows of the largest group, about, which takes some 30 MiB. */
    private static final long MOST_GROUP_ROWS = 1 << 20;

    /** Of a block of the plan, at most: where shards begin is as exact as that. */
    private static final long ROWS_OF_BLOCK = 2_048;

    private static final long MOST_ROWS = MOST_GROUPS * MOST_GROUP_ROWS;

    /** Groups in work at once: each keeps its pages and dictionaries in memory. */
    private static final int AT_ONCE = 3;

    private final PlannedRows rows;
    private final long blocksOfGroup;
    private final int groups;
    private final AtomicReferenceArray<@Nullable GroupPlace> places;

    /** @throws RefusedException where one file cannot hold so many rows */
    ParquetBlocks(PlannedRows rows) {
        this.rows = rows;
        Blocks blocks = rows.blocks();
        if (blocks.rows() > MOST_ROWS) {
            long shards = (blocks.rows() + MOST_ROWS - 1) / MOST_ROWS * rows.spec().shard().count();
            throw new RefusedException(List.of(new Violation("shard", rows.spec().shard().toString(),
                    "Must be one of more: a Parquet file holds at most " + MOST_ROWS + " rows.", "1/" + shards)));
        }
        long wanted = Math.max(GROUP_ROWS, (blocks.rows() + MOST_GROUPS - 1) / MOST_GROUPS);
        blocksOfGroup = Math.max(1, wanted * blocks.count() / Math.max(1, blocks.rows()));
        groups = Math.toIntExact((blocks.count() + blocksOfGroup - 1) / blocksOfGroup);
        places = new AtomicReferenceArray<>(groups);
    }

    /** The fewest shards of so many rows that are a file each. Shards differ by the rows of a block. */
    static long leastShards(long rows) {
        return rows <= MOST_ROWS ? 1 : (rows - 1) / (MOST_ROWS - 2 * ROWS_OF_BLOCK) + 1;
    }

    @Override
    public long blocks() {
        return end() + 1;
    }

    /** The last block; groups are those before it, from 1 on. */
    private long end() {
        return groups + 1L;
    }

    /** So that the reader knows of its file before the first group is whole, which may take seconds. */
    @Override
    public boolean goesOnAtOnce(long block) {
        return block == 0;
    }

    @Override
    public int mostAtOnce() {
        return AT_ONCE;
    }

    @Override
    public boolean needsOthers(long block) {
        return block == end();
    }

    @Override
    public long rowsOf(long block) {
        long count = 0;
        if (block > 0 && block < end()) {
            for (long part = firstOf((int) block - 1); part < firstOf((int) block); part++) {
                count += rows.count(part);
            }
        }
        return count;
    }

    /** The first block of the plan that a group has; of the group behind the last one, as many as there are. */
    private long firstOf(int group) {
        return Math.min(group * blocksOfGroup, rows.blocks().count());
    }

    @Override
    public void encode(long block, ByteOutput out) {
        BlockWork work = work(block);
        boolean done = false;
        while (!done) {
            done = work.turn(out);
        }
    }

    @Override
    public BlockWork work(long block) {
        return block == 0 ? ParquetBlocks::begin : block == end() ? this::close : new GroupWork((int) block - 1);
    }

    private static boolean begin(ByteOutput out) {
        ParquetFile.begin(out);
        return true;
    }

    private boolean close(ByteOutput out) {
        List<GroupPlace> all = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            GroupPlace place = places.get(group);
            if (place == null) {
                throw new IllegalStateException("group " + group + " is not written yet");
            }
            all.add(place);
        }
        DatasetSpec spec = rows.spec();
        ParquetFile.end(spec.columns(), all, Map.of("FocusVersion", spec.version().label()),
                "focus-generator version " + GeneratorVersion.CURRENT, out);
        return true;
    }

    /** A row group: a block of the plan in every turn, and its bytes in the last. */
    private final class GroupWork implements BlockWork {

        private final int group;
        private final RowGroup rowGroup;
        private final long end;
        private long next;

        GroupWork(int group) {
            this.group = group;
            rowGroup = new RowGroup(rows.spec().columns());
            next = firstOf(group);
            end = firstOf(group + 1);
        }

        @Override
        public boolean turn(ByteOutput out) {
            if (next < end) {
                rows.visit(next, out, rowGroup::rows);
                next++;
                return false;
            }
            places.set(group, rowGroup.finish(out));
            return true;
        }
    }
}
