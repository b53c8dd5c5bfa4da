package io.focusgen.sink.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.ContentDigest;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/** A file beside its place. */
final class DiskFile implements StagedFile {

    /** Items that wait for the disk, of up to 256 KiB each. */
    private static final int ITEMS_AHEAD = 16;

    /** Opens what a file is written to. */
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path part) throws IOException;
    }

    private final DiskSink sink;
    private final FileTarget target;
    private final Checkpoint start;

    /** The digest of the whole file, once it is written. */
    private volatile @Nullable ContentDigest whole;

    DiskFile(DiskSink sink, FileTarget target, Checkpoint start) {
        this.sink = sink;
        this.target = target;
        this.start = start;
    }

    @Override
    public Checkpoint start() {
        return start;
    }

    @Override
    public Multi<Checkpoint> write(BlockSource blocks) {
        return Multi.createFrom().deferred(() -> {
            ContentDigest digest = new ContentDigest();
            return digest.catchUp(sink.streams(), blocks, start, sink.worker())
                    .onItem().transformToMulti(caughtUp -> writeRest(blocks, digest));
        });
    }

    private Multi<Checkpoint> writeRest(BlockSource blocks, ContentDigest digest) {
        return Multi.createFrom().deferred(() -> {
            PartWriter writer = begin(digest);
            Multi<Buffer> rest = sink.streams().of(new BlockRange(blocks, start.nextBlock(), blocks.blocks()));
            return rest.emitOn(sink.worker(), ITEMS_AHEAD)
                    .map(writer::write)
                    .select().where(Optional::isPresent)
                    .map(Optional::orElseThrow)
                    .onCompletion().continueWith(() -> {
                        Checkpoint end = writer.force(blocks.blocks());
                        whole = digest;
                        return List.of(end);
                    })
                    .onTermination().invoke(() -> sink.worker().execute(() -> end(writer)));
        }).runSubscriptionOn(sink.worker());
    }

    private PartWriter begin(ContentDigest digest) {
        try {
            FileChannel channel = sink.opener().open(sink.tree().part(target.name()));
            channel.position(start.bytes());
            sink.tree().writing(target.name());
            return new PartWriter(target.name(), channel, sink.space(), digest, start.nextBlock());
        } catch (IOException failed) {
            throw DiskFailure.of(target.name(), "written", failed);
        }
    }

    private void end(PartWriter writer) {
        sink.tree().written(target.name());
        try {
            writer.close();
        } catch (IOException failed) {
            // What is safe has been forced to the disk before; the rest is written again or discarded.
            DiskSink.LOG.warnf(failed, "%s could not be closed", target.name());
        }
    }

    @Override
    public Uni<StoredFile> commit() {
        return sink.work(target.name(), "put in its place", () -> {
            ContentDigest digest = whole;
            if (digest == null) {
                throw new IllegalStateException(target.name() + " is not whole, or committed already");
            }
            sink.tree().commit(target.name());
            whole = null;
            return new StoredFile(target.name(), digest.bytes(), digest.hex());
        });
    }

    @Override
    public Uni<Void> discard() {
        return sink.change(target.name(), "discarded", () -> {
            whole = null;
            sink.tree().discard(target.name());
        });
    }
}
