package io.focusgen.sink;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/** A place for files. Thread-safe; never blocks its caller. */
public interface Sink {

    /**
     * Begins a file, or goes on with the one that a checkpoint tells of. Where that is gone, it begins anew: the caller
     * learns where it stands from {@link StagedFile#start()}.
     *
     * @param from the last checkpoint of an earlier attempt, or null
     */
    Uni<StagedFile> open(FileTarget target, @Nullable Checkpoint from);

    /** Removes all files in a folder, committed or not, and what was begun for them. Done, too, where there is none. */
    Uni<Void> remove(String folder);

    /** How much it can take now. */
    Uni<Room> room();

    /**
     * The lasting address of a file or folder for those who have access of their own, or none where only the service has it.
     *
     * @param name as in its {@link FileTarget}
     */
    Optional<URI> location(String name);

    /**
     * Whether a committed file of that name and size is there. What is in it is not looked at.
     *
     * @param name as in its {@link FileTarget}
     */
    Uni<Boolean> holds(String name, long bytes);

    /**
     * Gives up what was begun in a folder and is not committed, once nothing more will be written there. Done, too, where
     * there is nothing.
     */
    default Uni<Void> settle(String folder) {
        return Uni.createFrom().voidItem();
    }

    /**
     * An address at which anybody can read a committed file for so long, or none where the service hands it out itself.
     *
     * @param name as in its {@link FileTarget}
     */
    Optional<URI> link(String name, Duration validity);
}
