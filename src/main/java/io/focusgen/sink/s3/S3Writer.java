package io.focusgen.sink.s3;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.ContentDigest;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.stream.BlockRange;
import io.focusgen.stream.BlockSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Sends the blocks of a file as parts, a few at once. Asks for no more of the stream than the parts in memory, which are
 * those on their way and the one being collected.
 */
final class S3Writer {

    /** Items that wait for digest and checksum, of up to 256 KiB each. */
    private static final int ITEMS_AHEAD = 8;

    private final S3Sink sink;
    private final FileTarget target;
    private final Checkpoint start;
    private final BlockSource blocks;
    private final ContentDigest digest = new ContentDigest();
    private final PartCollector collector;
    private final Acknowledged acknowledged;
    /** Its outcome as an item: those who wait for it and are cancelled meanwhile must not get a failure. */
    private final Uni<Uni<S3Upload>> upload;

    /** Of the upload, once a part is sent. */
    private volatile String token;
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile boolean collected;
    private volatile @Nullable PartContent small;

    /**
     * Goes on where the start says.
     *
     * @param begun the upload that holds {@code kept}, or null to begin one when the first part is full
     */
    S3Writer(S3Sink sink, FileTarget target, Checkpoint start, @Nullable S3Upload begun, List<S3Part> kept,
            BlockSource blocks) {
        this.sink = sink;
        this.target = target;
        this.start = start;
        this.blocks = blocks;
        this.token = begun == null ? "" : UploadToken.of(begun);
        this.acknowledged = new Acknowledged(kept, start.nextBlock(), start.bytes());
        this.collector = new PartCollector(blocks, sink.streams(), sink.worker(), () -> stopped, digest,
                kept.size() + 1,
                start.nextBlock());
        this.upload = begun != null
                ? Uni.createFrom().item(Uni.createFrom().item(begun))
                : Uni.createFrom().deferred(() -> sink.calls().createUpload(target, UploadToken.mark()))
                        .map(created -> Uni.createFrom().item(created))
                        .onFailure().recoverWithItem(thrown -> Uni.createFrom().failure(thrown))
                        .memoize().indefinitely();
    }

    /** What is written, once it all is. */
    ContentDigest digest() {
        return digest;
    }

    /** The whole file, if it is too small for parts. */
    Optional<PartContent> small() {
        return Optional.ofNullable(small);
    }

    /** The upload that has the parts. Only where the file is not {@link #small}. */
    Uni<S3Upload> upload() {
        return upload.flatMap(Function.identity());
    }

    /** The parts, once they are all sent. */
    List<S3Part> parts() {
        return acknowledged.parts();
    }

    /** Nothing is sent any more, not even again. */
    void stop() {
        stopped = true;
    }

    Multi<Checkpoint> write() {
        List<Multi<Checkpoint>> sizes = sink.sizes().stream()
                .map(size -> Multi.createFrom().deferred(() -> partsOf(size))).toList();
        return digest.catchUp(sink.streams(), blocks, start, sink.worker())
                .onItem().transformToMulti(caughtUp -> Multi.createBy().concatenating().streams(sizes))
                .onCompletion().continueWith(() -> List.of(end()))
                .onFailure().transform(thrown -> S3Failures.ofFile(target.name(), "sent", thrown))
                .onFailure().invoke(this::stop)
                .onCancellation().invoke(this::stop);
    }

    private Multi<Checkpoint> partsOf(PartSize size) {
        if (collected || collector.number() > size.lastPart()) {
            return Multi.createFrom().empty();
        }
        long from = collector.first();
        return sink.streams().of(new BlockRange(blocks, from, blocks.blocks()))
                .emitOn(sink.worker(), ITEMS_AHEAD)
                .map(item -> collector.add(item, size.bytes(), from))
                .select().where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .onCompletion().continueWith(this::last)
                .select().first(size.lastPart() - collector.number() + 1)
                .onItem().transformToUni(this::send).merge(size.atOnce(sink.memory()))
                .select().where(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    private List<Part> last() {
        collected = true;
        if (collector.number() == 1) {
            small = collector.small();
            collector.drop();
            return List.of();
        }
        return collector.rest();
    }

    private Uni<Optional<Checkpoint>> send(Part part) {
        return upload().chain(begun -> sink.calls().uploadPart(begun, part.number(), part.content())
                .map(stored -> {
                    token = UploadToken.of(begun);
                    return acknowledged.add(part, stored, token);
                }))
                // The first failure ends the file; nobody would hear of the others.
                .onFailure().recoverWithUni(thrown -> failed.compareAndSet(false, true)
                        ? Uni.createFrom().failure(thrown)
                        : Uni.createFrom().nothing());
    }

    private Checkpoint end() {
        if (!collected && collector.first() < blocks.blocks()) {
            int largest = sink.sizes().get(sink.sizes().size() - 1).bytes();
            throw new SinkException(Kind.TOO_LARGE, target.name() + " is larger than the " + (collector.number() - 1)
                    + " parts of an S3 object: " + digest.bytes()
                    + " bytes are sent, and more follow." + (largest < PartSize.largest()
                            ? " Parts are of " + (largest >> 20)
                                    + " MiB, for which the heap has room; a larger heap has it"
                                    + " for larger ones."
                            : ""),
                    null);
        }
        return new Checkpoint(blocks.blocks(), digest.bytes(), token, digest.state());
    }
}
