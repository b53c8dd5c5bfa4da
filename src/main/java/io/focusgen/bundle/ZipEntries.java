package io.focusgen.bundle;

import java.util.ArrayList;
import java.util.List;

import io.focusgen.encode.compress.DeflateParts;

/** The entries of a zip file that are whole: a few numbers and a name for each. Thread-safe. */
final class ZipEntries {

    private final ZipRecords records;

    // guarded by this
    private final List<ZipRecords.Entry> entries = new ArrayList<>();
    private final List<WrittenFile> written = new ArrayList<>();
    private long end;

    ZipEntries(ZipRecords records) {
        this.records = records;
    }

    /**
     * An entry, whose content is whole.
     *
     * @param number of it, from 0; those before it are known
     * @throws IllegalStateException where the content is not whole
     */
    synchronized ZipRecords.Entry get(int number, ZipEntryContent content) {
        if (number == entries.size()) {
            ContentSums.Sums sums = content.finish();
            ZipRecords.Entry entry = entry(content.name(), sums);
            end = behind(entry, content.mostBytes());
            entries.add(entry);
            written.add(content.written(sums));
        }
        return entries.get(number);
    }

    /** The one behind all that are known, which is not kept. */
    synchronized ZipRecords.Entry entry(String name, ContentSums.Sums sums) {
        return new ZipRecords.Entry(name, sums, sums.compressed() + DeflateParts.END_BYTES, end);
    }

    /** Where in the file the next entry begins. @param mostBytes as for the header */
    long behind(ZipRecords.Entry entry, long mostBytes) {
        return entry.offset() + records.header(entry.name(), mostBytes).length + entry.packed()
                + records.descriptor(entry, mostBytes).length;
    }

    /** All that are known, in order. */
    synchronized List<ZipRecords.Entry> all() {
        return List.copyOf(entries);
    }

    /** As the manifest lists them, in order. */
    synchronized List<WrittenFile> written() {
        return List.copyOf(written);
    }
}
