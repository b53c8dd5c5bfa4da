package io.focusgen.job.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.job.JobsUnavailableException;

/**
 * The folder, held for this process alone. Keeps a file in reserve whose room takes the end of a job when the disk is full:
 * only what can be told to have ended can be cleared away. Blocks; of one thread.
 */
final class JobFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JobFolder.class);

    private static final String LOCK = "lock";
    private static final String END = ".json";
    private static final String UNFINISHED = ".part";
    private static final String BROKEN = ".broken";
    private static final String RESERVE = "reserve";
    private static final String PROBE = "probe" + UNFINISHED;

    /** More than the state of a job without files, whose longest member is the request: at most 16 KiB. */
    private static final int RESERVED = 64 << 10;

    private final Path folder;
    private final FileChannel lock;
    /** What tells the lock that is held from another file of the same name. */
    private final Object lockKey;

    private JobFolder(Path folder, FileChannel lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.lockKey = key(folder.resolve(LOCK));
    }

    /**
     * Takes the folder, which is made where there is none.
     *
     * @throws JobsUnavailableException where another process has it
     */
    static JobFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = lock.tryLock();
            if (held != null) {
                JobFolder taken = new JobFolder(folder, lock);
                taken.reserve();
                return taken;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            lock.close();
            throw taken(heldByThisProcess);
        } catch (IOException broken) {
            lock.close();
            throw broken;
        }
        lock.close();
        throw taken(null);
    }

    private static JobsUnavailableException taken(@Nullable Throwable cause) {
        return new JobsUnavailableException("Another process keeps its jobs in the same DATA_DIR. Give each process"
                + " a DATA_DIR of its own, or share jobs through REDIS_URL and S3_BUCKET_NAME.", cause);
    }

    private static Object key(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file : key;
    }

    /** Whether it is still the folder that was taken: somebody may have removed it, or put another one in its place. */
    boolean isHeld() {
        try {
            return key(folder.resolve(LOCK)).equals(lockKey);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Whether an IO error says that there is no room. */
    static boolean isFull(IOException failure) {
        String reason = failure instanceof FileSystemException failed ? failed.getReason() : failure.getMessage();
        return reason != null && (reason.contains("No space left") || reason.contains("quota exceeded"));
    }

    /** Writes something small and removes it. */
    void probe() throws IOException {
        Path probe = folder.resolve(PROBE);
        try {
            Files.writeString(probe, "room");
        } finally {
            Files.deleteIfExists(probe);
        }
        reserve();
    }

    /** Takes the room for the end of a job, where that is not taken. A full disk leaves none, until files are removed. */
    private void reserve() throws IOException {
        Path reserve = folder.resolve(RESERVE);
        if (Files.exists(reserve) && Files.size(reserve) == RESERVED) {
            return;
        }
        Path part = folder.resolve(RESERVE + UNFINISHED);
        try {
            replace(part, ByteBuffer.allocate(RESERVED));
            Files.move(part, reserve, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.deleteIfExists(part);
            if (!isFull(failed)) {
                throw failed;
            }
            LOG.warn("The disk of DATA_DIR is full: there is no room in reserve for the state of jobs");
        }
    }

    /** All that is stored. What cannot be read is put aside under another name and logged. */
    List<StoredJob> readAll() throws IOException {
        List<StoredJob> stored = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(UNFINISHED)) {
                    Files.delete(file);
                } else if (name.endsWith(END)) {
                    read(file, name.substring(0, name.length() - END.length()), stored);
                }
            }
        }
        return stored;
    }

    private static void read(Path file, String id, List<StoredJob> stored) throws IOException {
        try {
            StoredJob one = StoredJob.read(Files.readString(file));
            if (!one.job().id().equals(id)) {
                throw new IllegalArgumentException("the job in it is " + one.job().id());
            }
            stored.add(one);
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            Path aside = file.resolveSibling(file.getFileName() + BROKEN);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.errorf(broken, "The state of a job cannot be read; it is forgotten, and its file is now %s", aside);
        }
    }

    /**
     * Replaces the state of a job; safe when this returns.
     *
     * @param lastResort whether it takes the room in reserve where there is no other
     */
    void write(StoredJob stored, boolean lastResort) throws IOException {
        ByteBuffer text = ByteBuffer.wrap(stored.text().getBytes(StandardCharsets.UTF_8));
        Path part = folder.resolve(stored.job().id() + UNFINISHED);
        Path reserve = folder.resolve(RESERVE);
        Path written = part;
        try {
            replace(part, text.duplicate());
        } catch (IOException failed) {
            if (!isFull(failed)) {
                throw failed;
            }
            removeUnfinished(part, failed);
            if (!lastResort || text.remaining() > RESERVED || !Files.exists(reserve)) {
                throw failed;
            }
            overwrite(reserve, text);
            written = reserve;
        }
        Files.move(written, file(stored.job().id()), StandardCopyOption.ATOMIC_MOVE);
        forceNames();
        if (!Files.exists(reserve)) {
            reserve();
        }
    }

    private static void removeUnfinished(Path part, IOException failed) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException another) {
            failed.addSuppressed(another);
        }
    }

    private static void replace(Path file, ByteBuffer text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(channel, text);
        }
    }

    /** Only the room that the file has already is written to. */
    private static void overwrite(Path file, ByteBuffer text) throws IOException {
        int length = text.remaining();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, text);
            channel.truncate(length);
            channel.force(true);
        }
    }

    private static void write(FileChannel channel, ByteBuffer text) throws IOException {
        while (text.hasRemaining()) {
            channel.write(text);
        }
        channel.force(true);
    }

    void delete(String id) throws IOException {
        Files.deleteIfExists(file(id));
        forceNames();
    }

    private Path file(String id) {
        return folder.resolve(id + END);
    }

    /** A name is safe only when its folder is. */
    private void forceNames() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Lets the next process in. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
