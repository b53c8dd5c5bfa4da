package io.focusgen.sink.s3;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** An object that nobody sees yet: an upload, or something small that is sent when it is committed. */
final class S3File implements StagedFile {

    private final S3Sink sink;
    private final FileTarget target;
    private final Checkpoint start;
    private final @Nullable S3Upload begun;
    private final List<S3Part> kept;

    private volatile @Nullable S3Writer writer;
    private volatile boolean whole;

    /** @param kept the parts of {@code begun} that are before the start */
    S3File(S3Sink sink, FileTarget target, Checkpoint start, @Nullable S3Upload begun, List<S3Part> kept) {
        this.sink = sink;
        this.target = target;
        this.start = start;
        this.begun = begun;
        this.kept = kept;
    }

    @Override
    public Checkpoint start() {
        return start;
    }

    @Override
    public Multi<Checkpoint> write(BlockSource blocks) {
        return Multi.createFrom().deferred(() -> {
            S3Writer writing = new S3Writer(sink, target, start, begun, kept, blocks);
            writer = writing;
            return writing.write().onCompletion().invoke(() -> whole = true);
        });
    }

    @Override
    public Uni<StoredFile> commit() {
        return Uni.createFrom().deferred(() -> {
            S3Writer written = writer;
            if (written == null || !whole) {
                throw new IllegalStateException(target.name() + " is not whole, or committed already");
            }
            whole = false;
            long bytes = written.digest().bytes();
            String mark = UploadToken.mark();
            Uni<Void> made = written.small()
                    .map(content -> seen(sink.calls().put(target, content, mark), bytes, mark))
                    .orElseGet(() -> written.upload().chain(upload -> seen(
                            sink.calls().complete(upload, written.parts()), bytes, upload.mark())));
            return made.map(done -> new StoredFile(target.name(), bytes, written.digest().hex()));
        }).onFailure().transform(thrown -> S3Failures.ofFile(target.name(), "made visible", thrown));
    }

    /** Only what the server shows is there counts, whatever it answered, or did not answer, to the call. */
    private Uni<Void> seen(Uni<Void> call, long bytes, String mark) {
        return call.map(done -> Optional.<Throwable>empty()).replaceIfNullWith(Optional.empty())
                .onFailure().recoverWithItem(Optional::of)
                .chain(failure -> sink.calls().head(target.name())
                        .onItem().transformToUni(there -> there.equals(Optional.of(new ObjectFacts(bytes, mark)))
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(failure.orElseGet(() -> absent(bytes, there))))
                        .onFailure().invoke(
                                thrown -> failure.filter(first -> first != thrown).ifPresent(thrown::addSuppressed)));
    }

    private SinkException absent(long bytes, Optional<ObjectFacts> there) {
        return new SinkException(Kind.FAILED,
                target.name() + " has been sent with " + bytes + " bytes, but the bucket has "
                        + there.map(facts -> "another object of " + facts.bytes() + " bytes").orElse("none") + ".",
                null);
    }

    @Override
    public Uni<Void> discard() {
        return Uni.createFrom().deferred(() -> {
            whole = false;
            S3Writer writing = writer;
            if (writing != null) {
                writing.stop();
            }
            return sink.abortAll(target.name(), name -> name.equals(target.name()));
        }).onFailure().transform(thrown -> S3Failures.ofFile(target.name(), "discarded", thrown));
    }
}
