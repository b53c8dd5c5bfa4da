package io.focusgen.job.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.job.JobsUnavailableException;

/** The folder, held for this process alone. Blocks; of one thread. */
final class JobFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(JobFolder.class);

    private static final String LOCK = "lock";
    private static final String END = ".json";
    private static final String UNFINISHED = ".part";
    private static final String BROKEN = ".broken";

    private final Path folder;
    private final FileChannel lock;

    private JobFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
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
                return new JobFolder(folder, lock);
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

    /** Replaces the state of a job; safe when this returns. */
    void write(StoredJob stored) throws IOException {
        Path part = folder.resolve(stored.job().id() + UNFINISHED);
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap(stored.text().getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                file.write(text);
            }
            file.force(true);
        }
        Files.move(part, file(stored.job().id()), StandardCopyOption.ATOMIC_MOVE);
        forceNames();
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
