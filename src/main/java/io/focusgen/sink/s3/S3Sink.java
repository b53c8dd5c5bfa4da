package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Room;
import io.focusgen.sink.Sink;
import io.focusgen.sink.StagedFile;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Objects in a bucket. Fails with a {@link io.focusgen.sink.SinkException}: of kind {@code UNAVAILABLE} where the bucket does
 * not answer, {@code DENIED} where it does not let us, {@code TOO_LARGE} beyond about 490 GiB, or what
 * 10,000 of the largest parts have that the heap has room for, {@code FAILED} for the rest.
 */
public final class S3Sink implements Sink {

    /** Of the heap, for the parts of one file. */
    private static final int HEAP_SHARE = 8;

    /** A part that was on its way when its upload was aborted can bring it back. */
    private static final int MOST_ROUNDS = 10;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

    private final S3Calls calls;
    private final S3Links links;
    private final Streams streams;
    private final Executor worker;
    private final long memory;
    private final List<PartSize> sizes;

    /** @param worker where bytes are digested */
    S3Sink(S3Calls calls, S3Links links, Streams streams, Executor worker) {
        this(calls, links, streams, worker, Runtime.getRuntime().maxMemory() / HEAP_SHARE,
                PartSize.fitting(streams.settings().blocksInFlight(), Runtime.getRuntime().maxMemory()));
    }

    /** @param memory bytes for the parts of one file */
    S3Sink(S3Calls calls, S3Links links, Streams streams, Executor worker, long memory, List<PartSize> sizes) {
        this.calls = calls;
        this.links = links;
        this.streams = streams;
        this.worker = worker;
        this.memory = memory;
        this.sizes = sizes;
    }

    S3Calls calls() {
        return calls;
    }

    Streams streams() {
        return streams;
    }

    Executor worker() {
        return worker;
    }

    long memory() {
        return memory;
    }

    List<PartSize> sizes() {
        return sizes;
    }

    @Override
    public Uni<StagedFile> open(FileTarget target, @Nullable Checkpoint from) {
        S3Upload begun = UploadToken.read(target.name(), from).orElse(null);
        if (from == null || begun == null) {
            return anew(target).onFailure().transform(thrown -> S3Failures.ofFile(target.name(), "begun", thrown));
        }
        return parts(begun, null)
                .chain(parts -> upTo(parts, from.bytes())
                        .map(kept -> Uni.createFrom().<StagedFile>item(new S3File(this, target, from, begun, kept)))
                        .orElseGet(() -> anew(target)))
                .onFailure(thrown -> thrown instanceof S3Refused refused && refused.isOfUnknownUpload())
                .recoverWithUni(() -> anew(target))
                .onFailure().transform(thrown -> S3Failures.ofFile(target.name(), "begun", thrown));
    }

    /** A process that was killed may have left an upload that no checkpoint tells of. */
    private Uni<StagedFile> anew(FileTarget target) {
        return abort(target.name(), open -> open.upload().name().equals(target.name()))
                .map(aborted -> new S3File(this, target, Checkpoint.BEGINNING, null, List.of()));
    }

    @Override
    public Uni<Void> settle(String folder) {
        return abort(FileTarget.requireName(folder) + "/", open -> true).replaceWithVoid()
                .onFailure().transform(thrown -> S3Failures.ofFile(folder, "settled", thrown));
    }

    private Uni<List<S3Part>> parts(S3Upload upload, @Nullable String after) {
        return calls.listParts(upload, after).chain(page -> page.next().isEmpty()
                ? Uni.createFrom().item(page.items())
                : parts(upload, page.next().get()).map(rest -> {
                    List<S3Part> all = new ArrayList<>(page.items());
                    all.addAll(rest);
                    return all;
                }));
    }

    /** The parts from the first on that are so many bytes together; none where no number of them is. */
    private static Optional<List<S3Part>> upTo(List<S3Part> parts, long bytes) {
        long sum = 0;
        int count = 0;
        while (count < parts.size() && parts.get(count).number() == count + 1 && sum < bytes) {
            sum += parts.get(count).bytes();
            count++;
        }
        return sum == bytes ? Optional.of(List.copyOf(parts.subList(0, count))) : Optional.empty();
    }

    @Override
    public Uni<Void> remove(String folder) {
        String beginning = FileTarget.requireName(folder) + "/";
        return removeObjects(beginning).chain(() -> abortAll(beginning, name -> true))
                .onFailure().transform(thrown -> S3Failures.ofFile(folder, "removed", thrown));
    }

    private Uni<Void> removeObjects(String beginning) {
        return calls.list(beginning, null).chain(page -> {
            if (page.items().isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            Uni<Void> removed = calls.delete(page.items());
            return page.next().isPresent() ? removed.chain(() -> removeObjects(beginning)) : removed;
        });
    }

    /** Aborts uploads and looks whether they are gone, until they are. */
    Uni<Void> abortAll(String beginning, Predicate<String> names) {
        return abortAll(beginning, names, MOST_ROUNDS);
    }

    private Uni<Void> abortAll(String beginning, Predicate<String> names, int rounds) {
        return abort(beginning, open -> names.test(open.upload().name())).chain(aborted -> {
            if (aborted.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            if (rounds == 0) {
                return Uni.createFrom()
                        .failure(new S3Refused(0, "", aborted.size() + " uploads cannot be aborted", null));
            }
            Uni<Void> again = Uni.createFrom().deferred(() -> abortAll(beginning, names, rounds - 1));
            return rounds == MOST_ROUNDS
                    ? again
                    : Uni.createFrom().voidItem().onItem().delayIt().by(BETWEEN_ROUNDS).chain(() -> again);
        });
    }

    /** Aborts the uploads that got no part since then, of all files of the bucket that are ours. */
    Uni<List<String>> sweep(Instant since) {
        return uploads("", null).chain(open -> Multi.createFrom().iterable(open)
                .select().where(found -> found.begun().isBefore(since))
                .onItem().transformToUniAndConcatenate(found -> abortIdle(found.upload(), since))
                .select().where(Optional::isPresent).map(Optional::orElseThrow)
                .collect().asList());
    }

    /** Its name, where it is aborted: nothing came since then, and it has not ended meanwhile. */
    private Uni<Optional<String>> abortIdle(S3Upload upload, Instant since) {
        return parts(upload, null).chain(parts -> parts.stream().anyMatch(part -> part.stored().isAfter(since))
                ? Uni.createFrom().item(Optional.<String>empty())
                : calls.abort(upload).replaceWith(Optional.of(upload.name())))
                .onFailure(thrown -> thrown instanceof S3Refused refused && refused.isOfUnknownUpload())
                .recoverWithItem(Optional.empty());
    }

    private Uni<List<String>> abort(String beginning, Predicate<OpenUpload> which) {
        return uploads(beginning, null).chain(open -> Multi.createFrom().iterable(open)
                .select().where(which)
                .onItem().transformToUniAndConcatenate(
                        found -> calls.abort(found.upload()).replaceWith(found.upload().name()))
                .collect().asList());
    }

    private Uni<List<OpenUpload>> uploads(String beginning, @Nullable String after) {
        return calls.uploads(beginning, after).chain(page -> page.next().isEmpty()
                ? Uni.createFrom().item(page.items())
                : uploads(beginning, page.next().get()).map(rest -> {
                    List<OpenUpload> all = new ArrayList<>(page.items());
                    all.addAll(rest);
                    return all;
                }));
    }

    @Override
    public Uni<Boolean> holds(String name, long bytes) {
        return calls.head(FileTarget.requireName(name))
                .map(there -> there.filter(facts -> facts.bytes() == bytes).isPresent())
                .onFailure().transform(thrown -> S3Failures.ofFile(name, "looked for", thrown));
    }

    /** Any number of files, each as large as 10,000 parts. */
    @Override
    public Uni<Room> room() {
        return Uni.createFrom().item(new Room(Long.MAX_VALUE, PartSize.all(sizes)));
    }

    @Override
    public Optional<URI> location(String name) {
        return Optional.of(links.location(FileTarget.requireName(name)));
    }

    /** A signed address; valid for at most as long as the settings allow. */
    @Override
    public Optional<URI> link(String name, Duration validity) {
        return Optional.of(links.link(FileTarget.requireName(name), validity));
    }
}
