package io.focusgen.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.focusgen.sink.ContentDigest;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockSource;

/** Where several files go, each of which appears when it is whole. */
interface Folder extends AutoCloseable {

    /** Whether it names a folder rather than a file: it ends in a slash, or is one. */
    static boolean isNamedBy(String out) {
        return out.endsWith("/") || !out.startsWith(Target.S3) && (out.endsWith(File.separator)
                || new File(out).isDirectory());
    }

    /**
     * The folder of that name, made on a disk where it is not there.
     *
     * @param out the name of a folder, or a valid {@code s3://bucket/prefix/}
     * @param environment variables that say how a bucket is reached
     */
    static Folder of(String out, Map<String, String> environment) throws IOException {
        if (!out.startsWith(Target.S3)) {
            Path folder = Path.of(out);
            create(folder);
            return new OnDisk(folder);
        }
        URI address = URI.create(out);
        return new InBucket(new S3Bucket(address, environment), address.getPath().substring(1));
    }

    private static void create(Path folder) throws IOException {
        // A link to a folder is one, too.
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /**
     * Writes a file and makes it visible in the place of any other of that name, or leaves nothing of it behind.
     *
     * @param file its name within the folder
     */
    StoredFile write(FileTarget file, BlockSource blocks, Watcher watcher) throws IOException;

    /** Removes a file, where there is one. */
    void remove(String name) throws IOException;

    /**
     * The names of all files in one of its folders; none where there is no such folder.
     *
     * @param name of the folder, without a slash
     */
    List<String> list(String name) throws IOException;

    /** Whether a file of that name and size is there. */
    boolean holds(String name, long bytes) throws IOException;

    @Override
    void close();

    /**
     * On a disk.
     *
     * @param folder that is there
     */
    record OnDisk(Path folder) implements Folder {

        @Override
        public StoredFile write(FileTarget file, BlockSource blocks, Watcher watcher) throws IOException {
            Path path = folder.resolve(file.name());
            Path parent = Objects.requireNonNull(path.getParent());
            create(parent);
            ContentDigest digest = new ContentDigest();
            new PartFile(path)
                    .write(channel -> Target.write(blocks, new DigestedChannel(channel, digest), watcher));
            return new StoredFile(file.name(), digest.bytes(), digest.hex());
        }

        @Override
        public void remove(String name) throws IOException {
            Files.deleteIfExists(folder.resolve(name));
        }

        @Override
        public List<String> list(String name) throws IOException {
            if (!Files.isDirectory(folder.resolve(name))) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder.resolve(name))) {
                return files.map(file -> name + "/" + file.getFileName()).toList();
            }
        }

        @Override
        public boolean holds(String name, long bytes) throws IOException {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file) && Files.size(file) == bytes;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /**
     * In a bucket.
     *
     * @param prefix of all names, with a slash at its end; empty for none
     */
    record InBucket(S3Bucket bucket, String prefix) implements Folder {

        @Override
        public StoredFile write(FileTarget file, BlockSource blocks, Watcher watcher) throws IOException {
            StoredFile stored = bucket.write(new FileTarget(prefix + file.name(), file.mediaType()), blocks, watcher);
            return new StoredFile(file.name(), stored.bytes(), stored.sha256());
        }

        @Override
        public void remove(String name) throws IOException {
            bucket.remove(prefix + name);
        }

        @Override
        public List<String> list(String name) throws IOException {
            return bucket.list(prefix + name + "/").stream().map(found -> found.substring(prefix.length())).toList();
        }

        @Override
        public boolean holds(String name, long bytes) throws IOException {
            return bucket.holds(prefix + name, bytes);
        }

        @Override
        public void close() {
            bucket.close();
        }
    }

    /**
     * A channel whose bytes are digested on their way.
     *
     * @param to where they go
     */
    record DigestedChannel(WritableByteChannel to, ContentDigest digest) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            ByteBuffer same = bytes.duplicate();
            int written = to.write(bytes);
            digest.update(same.limit(bytes.position()));
            return written;
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
