package io.focusgen.sink.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;

/**
 * The folder of all files: what is in it, and every change to it but the writing itself. Nothing outside of it is read or
 * changed, even where somebody puts a symbolic link into it. Thread-safe; every method but {@link #place} does file work.
 */
final class DiskTree {

    private final Path root;
    private final DiskSpace space;
    /** Names that are being written, by the top folder they are in. */
    private final Map<String, Integer> writers = new HashMap<>();
    private boolean counted;

    DiskTree(Path root, DiskSpace space) {
        this.root = root;
        this.space = space;
    }

    /** Where the file of that name is when it is whole. */
    private Path place(String name) {
        return root.resolve(FileTarget.requireName(name));
    }

    /** Where it is before: a name that no file can have. */
    Path part(String name) {
        Path place = place(name);
        return place.resolveSibling("." + place.getFileName() + ".part");
    }

    /** Counts what an earlier process has left, once; nothing counts any more where somebody has removed it all. */
    synchronized void count() throws IOException {
        if (counted && !Files.exists(root)) {
            space.give(space.taken());
        }
        if (!counted && Files.isDirectory(root)) {
            space.found(bytesBelow(root));
        }
        counted = true;
    }

    /** Bytes that the disk has left for us. @throws AccessDeniedException where we may not write to it */
    long free() throws IOException {
        Path existing = root;
        while (!Files.isDirectory(existing)) {
            existing = folderOf(existing);
        }
        if (!Files.isWritable(existing)) {
            throw new AccessDeniedException(existing.toString());
        }
        return Files.getFileStore(existing).getUsableSpace();
    }

    /**
     * Makes room for a file to be written, cutting what is there of it to {@code keep} bytes.
     *
     * @return the bytes that are left of it: {@code keep}, or 0 where there were less
     */
    synchronized long stage(String name, long keep) throws IOException {
        count();
        Path part = part(name);
        Path folder = folderOf(part);
        Files.createDirectories(folder);
        if (!folder.equals(real(folder))) {
            throw new NotDirectoryException(folder.toString());
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
            long size = channel.size();
            long left = size < keep ? 0 : keep;
            channel.truncate(left);
            space.give(size - left);
            return left;
        }
    }

    /** A folder with all links above the root resolved, so that any other difference is a link below it. */
    private Path real(Path folder) throws IOException {
        return root.resolve(root.toRealPath().relativize(folder.toRealPath()));
    }

    synchronized void writing(String name) {
        writers.merge(top(name), 1, Integer::sum);
    }

    synchronized void written(String name) {
        writers.computeIfPresent(top(name), (folder, count) -> count == 1 ? null : count - 1);
    }

    /** There always is one: the root, at the latest. */
    private static Path folderOf(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static String top(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    /** Puts a part in its place, over what was there. Done when it would survive a power cut. */
    synchronized void commit(String name) throws IOException {
        Path place = place(name);
        long before = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) ? Files.size(place) : 0;
        Files.move(part(name), place, StandardCopyOption.ATOMIC_MOVE);
        space.give(before);
        for (Path folder = folderOf(place); folder.startsWith(root); folder = folderOf(folder)) {
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    /** Removes a part and the folders that were made for it. */
    synchronized void discard(String name) throws IOException {
        Path part = part(name);
        if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
            long size = Files.size(part);
            Files.delete(part);
            space.give(size);
        }
        for (Path folder = folderOf(part); !folder.equals(root); folder = folderOf(folder)) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }

    /** A committed file, if there is one of that name. */
    Optional<Path> committed(String name) throws IOException {
        Path place = place(name);
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && folderOf(place).equals(real(folderOf(place)))
                        ? Optional.of(place)
                        : Optional.empty();
    }

    /** Removes a folder with all that is in it. */
    synchronized void remove(String folder) throws IOException {
        count();
        Path place = place(folder);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            delete(place);
        }
    }

    /**
     * Removes what lies at the top and has not been written to since, with all that is in it.
     *
     * @return the names of what was removed
     */
    synchronized List<String> sweep(Instant since) throws IOException {
        List<String> removed = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return removed;
        }
        List<Path> entries;
        try (Stream<Path> listed = Files.list(root)) {
            entries = listed.sorted().toList();
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (!writers.containsKey(name) && lastWritten(entry).isBefore(since)) {
                delete(entry);
                removed.add(name);
            }
        }
        return removed;
    }

    private static Instant lastWritten(Path entry) throws IOException {
        Instant[] last = {Instant.MIN};
        visit(entry, (file, attributes) -> {
            Instant written = attributes.lastModifiedTime().toInstant();
            last[0] = written.isAfter(last[0]) ? written : last[0];
        }, null);
        return last[0];
    }

    private static long bytesBelow(Path folder) throws IOException {
        long[] bytes = {0};
        visit(folder, (file, attributes) -> bytes[0] += attributes.isRegularFile() ? attributes.size() : 0, null);
        return bytes[0];
    }

    private void delete(Path entry) throws IOException {
        visit(entry, (file, attributes) -> {
            Files.delete(file);
            space.give(attributes.isRegularFile() ? attributes.size() : 0);
        }, Files::delete);
    }

    /** What is done with a file, or a link, which is not followed. */
    private interface FileWork {
        void with(Path file, BasicFileAttributes attributes) throws IOException;
    }

    /** What is done with a folder after all that is in it. */
    private interface FolderWork {
        void with(Path folder) throws IOException;
    }

    private static void visit(Path start, FileWork files, @Nullable FolderWork folders) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                files.with(file, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                if (folders != null) {
                    folders.with(folder);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
