package io.focusgen.job;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Room;
import io.focusgen.sink.Sink;
import io.focusgen.sink.StagedFile;
import io.smallrye.mutiny.Uni;

/** A sink in which one file is never to be found again. */
record ForgetfulSink(Sink sink, String gone) implements Sink {

    @Override
    public Uni<StagedFile> open(FileTarget target, @Nullable Checkpoint from) {
        return sink.open(target, from);
    }

    @Override
    public Uni<Void> remove(String folder) {
        return sink.remove(folder);
    }

    @Override
    public Uni<Boolean> holds(String name, long bytes) {
        return name.equals(gone) ? Uni.createFrom().item(false) : sink.holds(name, bytes);
    }

    @Override
    public Uni<Room> room() {
        return sink.room();
    }

    @Override
    public Optional<URI> location(String name) {
        return sink.location(name);
    }

    @Override
    public Optional<URI> link(String name, Duration validity) {
        return sink.link(name, validity);
    }
}
