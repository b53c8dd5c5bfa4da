package io.focusgen.sink.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Room;
import io.focusgen.sink.Sink;
import io.focusgen.sink.StagedFile;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/**
 * Files on the disk of the service. Fails with a {@link io.focusgen.sink.SinkException}: of kind {@code FULL} where quota
 * or disk are used up, {@code DENIED} where the service may not write, {@code FAILED} for the rest.
 */
public final class DiskSink implements Sink {

    static final Logger LOG = Logger.getLogger(DiskSink.class);

    private final DiskSettings settings;
    private final DiskSpace space;
    private final DiskTree tree;
    private final Streams streams;
    private final Executor worker;
    private final DiskFile.Opener opener;

    /** @param worker where all file work is done */
    public DiskSink(DiskSettings settings, Streams streams, Executor worker) {
        this(settings, streams, worker,
                part -> FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    DiskSink(DiskSettings settings, Streams streams, Executor worker, DiskFile.Opener opener) {
        this.settings = settings;
        this.space = new DiskSpace(settings.quota());
        this.tree = new DiskTree(settings.files(), space);
        this.streams = streams;
        this.worker = worker;
        this.opener = opener;
    }

    @Override
    public Uni<StagedFile> open(FileTarget target, @Nullable Checkpoint from) {
        return work(target.name(), "begun", () -> {
            long bytes = from == null ? 0 : from.bytes();
            long left = tree.stage(target.name(), bytes);
            return new DiskFile(this, target, from != null && left == bytes ? from : Checkpoint.BEGINNING);
        });
    }

    @Override
    public Uni<Void> remove(String folder) {
        FileTarget.requireName(folder);
        return change(folder, "removed", () -> tree.remove(folder));
    }

    @Override
    public Uni<Boolean> holds(String name, long bytes) {
        return committed(FileTarget.requireName(name), bytes).map(Optional::isPresent);
    }

    /** What is left of the quota and of the disk itself, whichever is less. */
    @Override
    public Uni<Room> room() {
        return work("the room for files", "measured", () -> {
            tree.count();
            return new Room(Math.min(space.left(), tree.free()), Long.MAX_VALUE);
        });
    }

    /** None: the disk is that of the service. */
    @Override
    public Optional<URI> location(String name) {
        return Optional.empty();
    }

    /** None: the service hands the file out itself. */
    @Override
    public Optional<URI> link(String name, Duration validity) {
        return Optional.empty();
    }

    /**
     * A committed file, if there is one of that name and size: what somebody has cut or written to is another one. Stays
     * readable while it is open, even if it is removed.
     *
     * @param name as in its {@link FileTarget}; nothing is found by one that cannot be a name
     */
    public Uni<Optional<Path>> committed(String name, long bytes) {
        return FileTarget.isName(name)
                ? work(name, "read", () -> {
                    try {
                        Optional<Path> place = tree.committed(name);
                        return place.isPresent() && Files.size(place.get()) == bytes ? place : Optional.empty();
                    } catch (NoSuchFileException justRemoved) {
                        return Optional.empty();
                    }
                })
                : Uni.createFrom().item(Optional.empty());
    }

    /** Bytes of all files, whole or not, as far as they are known: what an earlier process left counts from the first use. */
    public long bytes() {
        return space.taken();
    }

    /** The most bytes that all files may have. */
    public long quota() {
        return settings.quota();
    }

    /**
     * Removes what has not been written to for longer than the settings say, whole top folders only.
     *
     * @param now what the age is measured from
     * @return the names of what was removed
     */
    Uni<List<String>> sweep(Instant now) {
        return work("what is old", "removed", () -> tree.sweep(now.minus(settings.maxAge())));
    }

    /** Counts what an earlier process has left, for the quota. */
    Uni<Void> count() {
        return change("what is there", "counted", tree::count);
    }

    Streams streams() {
        return streams;
    }

    Executor worker() {
        return worker;
    }

    DiskSpace space() {
        return space;
    }

    DiskTree tree() {
        return tree;
    }

    DiskFile.Opener opener() {
        return opener;
    }

    /** Something that takes file work. */
    @FunctionalInterface
    interface FileWork<T> {
        T done() throws IOException;
    }

    /** Does it on a worker; a failure is told as {@code name} that could not be {@code doing}. */
    <T> Uni<T> work(String name, String doing, FileWork<? extends T> work) {
        return Uni.createFrom().<T>item(() -> {
            try {
                return work.done();
            } catch (IOException failed) {
                throw DiskFailure.of(name, doing, failed);
            }
        }).runSubscriptionOn(worker);
    }

    /** File work without a result. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    /** The same for what has no result. */
    Uni<Void> change(String name, String doing, Change change) {
        return work(name, doing, () -> {
            change.make();
            return name;
        }).replaceWithVoid();
    }
}
