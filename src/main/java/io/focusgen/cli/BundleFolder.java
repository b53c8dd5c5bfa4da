package io.focusgen.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.focusgen.bundle.Bundle;
import io.focusgen.bundle.BundleFile;
import io.focusgen.bundle.WrittenFile;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockSource;

/**
 * Writes the files of a bundle into a folder: rows first, the manifest last. As long as the manifest is missing, not all that
 * it lists is there; that of an earlier bundle is removed before anything is written.
 */
final class BundleFolder {

    private final Bundle bundle;
    private final Folder folder;
    private final Watcher progress;
    private final List<WrittenFile> written = new ArrayList<>();
    private long rows;
    private long bytes;

    private BundleFolder(Bundle bundle, Folder folder, Watcher progress) {
        this.bundle = bundle;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * What was written.
     *
     * @param files with the manifest
     * @param rows of all of them
     */
    record Written(int files, long rows, long bytes) {
    }

    /**
     * Writes all files.
     *
     * @param out as {@link Folder#isNamedBy} knows it
     * @throws io.focusgen.spec.RefusedException as {@link Bundle#plan}; then nothing is written
     * @throws IOException where a file cannot be written; those before it stay, without a manifest
     */
    static Written write(Bundle bundle, String out, Map<String, String> environment, Console console)
            throws IOException {
        bundle.plan();
        long rows = bundle.stream().mapToLong(file -> file.rows().orElse(0)).sum();
        Progress progress = new Progress(console, rows, rows, System::nanoTime);
        try (Folder folder = Folder.of(out, environment)) {
            return write(bundle, folder, progress);
        } finally {
            progress.end();
        }
    }

    /** @param progress told the rows of all files so far, in the place of blocks, and the bytes */
    static Written write(Bundle bundle, Folder folder, Watcher progress) throws IOException {
        return new BundleFolder(bundle, folder, progress).write();
    }

    private Written write() throws IOException {
        folder.remove(Bundle.MANIFEST);
        for (BundleFile file : bundle.files()) {
            StoredFile stored = write(file.name(), file.mediaType(), file.open(), file.rows().orElse(0));
            written.add(new WrittenFile(file.name(), file.mediaType(), file.rows(), stored.bytes(), stored.sha256(),
                    file.canonicalUrl()));
        }
        write(Bundle.MANIFEST, Bundle.MANIFEST_TYPE, new DocumentBlock(bundle.manifest(written)), 0);
        return new Written(written.size() + 1, rows, bytes);
    }

    /** Blocks have nearly equal rows, which is what the progress of all files is told in. */
    private StoredFile write(String name, String mediaType, BlockSource blocks, long rowsOfFile) throws IOException {
        StoredFile stored = folder.write(new FileTarget(name, mediaType), blocks,
                (done, sent) -> progress.written(rows + (long) ((double) rowsOfFile * done / blocks.blocks()),
                        bytes + sent));
        rows += rowsOfFile;
        bytes += stored.bytes();
        return stored;
    }
}
