package io.focusgen.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.encode.ByteOutput;
import io.focusgen.encode.compress.DeflateParts;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.BlockWork;
import io.focusgen.stream.Format;

/**
 * A {@link Bundle} as one zip file. A block of an entry is deflated on its own, by any thread; before the first of each entry
 * stands a block of a few bytes that closes the entry before, which is why it needs all before it. The last block has the
 * manifest and the directory. A block that was encoded before can be encoded again at any time, with the same bytes, while
 * others go on: an entry is summed up once. Holds a few numbers and a name for each entry, and the bytes of blocks in work or
 * too early for the sums. Thread-safe.
 */
public final class ZipBlocks implements BlockSource {

    private final Bundle bundle;
    private final ZipRecords records;
    private final ZipEntries entries;
    /** Whether rows are compressed already. */
    private final boolean packed;
    private final List<ZipEntryContent> contents = new ArrayList<>();
    /** The block before each entry; then the last block of all. */
    private final long[] begins;
    private final int mostAtOnce;

    // guarded by idle
    private final ArrayDeque<GatheredBytes> idle = new ArrayDeque<>();

    private ZipBlocks(Bundle bundle, Stream<BundleFile> files, long limit) {
        this.bundle = bundle;
        DatasetSpec spec = bundle.request().dataset().spec();
        // What nobody knows of a month before it is over.
        records = new ZipRecords(spec.firstMonth().plus(spec.months()).month().atDay(1), limit);
        entries = new ZipEntries(records);
        packed = bundle.request().format().isCompressed();
        long rowBytes = rowBytes(bundle.request().format());
        int most = Integer.MAX_VALUE;
        for (BundleFile file : (Iterable<BundleFile>) files::iterator) {
            BlockSource planned = file.open();
            most = Math.min(most, planned.mostAtOnce());
            contents.add(new ZipEntryContent(file, planned, rowBytes, new ContentSums(this::give)));
        }
        mostAtOnce = most;
        begins = new long[contents.size() + 1];
        for (int i = 0; i < contents.size(); i++) {
            begins[i + 1] = begins[i] + 1 + contents.get(i).blocks();
        }
    }

    /**
     * Plans the file. Takes milliseconds of CPU, more with thousands of entries: never call it on an event loop.
     *
     * @throws io.focusgen.spec.RefusedException as {@link Bundle#plan}
     */
    public static ZipBlocks of(Bundle bundle) {
        bundle.plan();
        return of(bundle, bundle.stream(), ZipRecords.LIMIT);
    }

    /** @param limit from which on numbers need zip64 */
    static ZipBlocks of(Bundle bundle, Stream<BundleFile> files, long limit) {
        return new ZipBlocks(bundle, files, limit);
    }

    /** Measured, and some more: columns of one's own and long tags make rows longer still. */
    private static long rowBytes(Format format) {
        return switch (format) {
            case CSV -> 1_024;
            case NDJSON -> 2_560;
            case CSV_GZ, CSV_ZST, NDJSON_GZ, PARQUET -> 128;
        };
    }

    /** Entries, the manifest among them. */
    public int files() {
        return contents.size() + 1;
    }

    @Override
    public long blocks() {
        return begins[contents.size()] + 1;
    }

    /** The reader knows of its file before the first rows of it are compressed. */
    @Override
    public boolean goesOnAtOnce(long block) {
        return block == 0;
    }

    @Override
    public int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public boolean needsOthers(long block) {
        int entry = entryOf(block);
        long inside = block - begins[entry];
        return inside == 0 ? block > 0 : contents.get(entry).needsOthers(inside - 1);
    }

    @Override
    public long rowsOf(long block) {
        int entry = entryOf(block);
        long inside = block - begins[entry];
        return inside == 0 ? 0 : contents.get(entry).rowsOf(inside - 1);
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
        int entry = entryOf(block);
        long inside = block - begins[entry];
        if (inside > 0) {
            return new ContentWork(contents.get(entry), inside - 1);
        }
        return out -> {
            if (entry > 0) {
                ZipEntryContent before = contents.get(entry - 1);
                end(entries.get(entry - 1, before), before.mostBytes(), out);
            }
            if (entry < contents.size()) {
                begin(contents.get(entry).name(), contents.get(entry).mostBytes(), out);
            } else {
                finish(out);
            }
            return true;
        };
    }

    /** The entry that a block begins or is in; the number of entries for the last block. */
    private int entryOf(long block) {
        int found = Arrays.binarySearch(begins, block);
        return found >= 0 ? found : -found - 2;
    }

    private void begin(String name, long mostBytes, ByteOutput out) {
        write(records.header(name, mostBytes), out);
    }

    private void end(ZipRecords.Entry entry, long mostBytes, ByteOutput out) {
        DeflateParts.end(out);
        write(records.descriptor(entry, mostBytes), out);
    }

    private static void write(byte[] record, ByteOutput out) {
        out.write(record, 0, record.length);
    }

    /** The manifest, then the directory. */
    private void finish(ByteOutput out) {
        byte[] manifest = bundle.manifest(entries.written()).getBytes(StandardCharsets.US_ASCII);
        begin(Bundle.MANIFEST, manifest.length, out);
        GatheredBytes content = take(out);
        content.write(manifest, 0, manifest.length);
        ContentSums sums = new ContentSums(this::give);
        sums.add(0, content, pack(content, false, out));
        ZipRecords.Entry last = entries.entry(Bundle.MANIFEST, sums.finish(1));
        end(last, manifest.length, out);
        List<ZipRecords.Entry> all = new ArrayList<>(entries.all());
        all.add(last);
        records.directory(all, entries.behind(last, manifest.length), out);
    }

    /** Writes content as a part of a deflate stream, and returns its bytes there. */
    private int pack(GatheredBytes content, boolean stored, ByteOutput out) {
        GatheredBytes part = take(out);
        if (stored) {
            DeflateParts.store(content.array(), 0, content.length(), part);
        } else {
            DeflateParts.ofThread().compress(content.array(), 0, content.length(), part);
        }
        int bytes = part.length();
        out.write(part.array(), 0, bytes);
        give(part);
        return bytes;
    }

    private GatheredBytes take(ByteOutput reader) {
        GatheredBytes bytes;
        synchronized (idle) {
            bytes = idle.pollLast();
        }
        GatheredBytes taken = bytes == null ? new GatheredBytes() : bytes;
        taken.begin(reader);
        return taken;
    }

    private void give(GatheredBytes bytes) {
        synchronized (idle) {
            idle.addLast(bytes);
        }
    }

    /** A block of an entry: first as it is, then deflated. */
    private final class ContentWork implements BlockWork {

        private final ZipEntryContent entry;
        private final long block;
        private @Nullable BlockWork work;
        private @Nullable GatheredBytes content;

        ContentWork(ZipEntryContent entry, long block) {
            this.entry = entry;
            this.block = block;
        }

        @Override
        public boolean turn(ByteOutput out) {
            GatheredBytes bytes = content;
            BlockWork some = work;
            if (bytes == null || some == null) {
                some = entry.work(block);
                bytes = take(out);
                work = some;
                content = bytes;
            }
            if (!some.turn(bytes)) {
                return false;
            }
            entry.add(block, bytes, pack(bytes, packed && entry.isData(), out));
            return true;
        }
    }
}
