package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Sink;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/** A bucket for programs that run without a container. */
public final class S3Access implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    /** Held, because a level is lost with its logger. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("software.amazon.awssdk"),
            Logger.getLogger("io.netty"));

    static {
        // Without a container nobody sets levels: all there is would be logged, which is every byte that is sent, and kept
        // for a container to come.
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final ScheduledExecutorService pauses = Executors.newSingleThreadScheduledExecutor(S3Access::daemon);
    private final S3Connection connection;
    private final S3Sink sink;
    private final S3Settings settings;

    private S3Access(S3Settings settings, Streams streams, Executor worker) {
        this.settings = settings;
        connection = new S3Connection(settings, worker);
        sink = new S3Sink(new RetriedS3Calls(connection.calls(), FIRST_PAUSE, pauses), connection, streams, worker);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "s3-pauses");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The bucket that an address names, reached as the variables of the environment say that the service uses, too.
     *
     * @param address {@code s3://bucket/key} or {@code s3://bucket}
     * @param worker where bytes are digested and answers handled
     * @throws IllegalArgumentException with a sentence, if the address or a variable is none
     */
    public static S3Access of(URI address, Map<String, String> environment, Streams streams, Executor worker) {
        if (!"s3".equals(address.getScheme()) || address.getAuthority() == null) {
            throw new IllegalArgumentException("an address in S3 is like s3://bucket/path/file.csv");
        }
        S3Settings settings = S3Settings.of(new EnvironmentConfig(environment, address.getAuthority()))
                .orElseThrow(() -> new IllegalArgumentException("s3://local names no bucket"));
        return new S3Access(settings, streams, worker);
    }

    /** Bytes of heap without which no file can be sent. */
    public long leastHeap() {
        return sink.sizes().get(0).leastHeap(sink.streams().settings().blocksInFlight());
    }

    /**
     * What an address names in its bucket, with the media type of its content.
     *
     * @throws IllegalArgumentException with a sentence, if no file can have that name
     */
    public static FileTarget target(URI address, String mediaType) {
        String path = address.getPath() == null ? "" : address.getPath();
        String name = path.startsWith("/") ? path.substring(1) : path;
        if (!FileTarget.isName(name)) {
            throw new IllegalArgumentException(
                    "a key in S3 is made of letters, digits and . _ - = with slashes between;"
                            + " no part of it begins with a dot");
        }
        return new FileTarget(name, mediaType);
    }

    /** The bucket and where it is, for a sentence: {@code bucket bills at https://s3.example.com}, or {@code … in us-east-1}. */
    public String place() {
        return "bucket " + settings.bucket() + settings.endpoint().map(uri -> " at " + uri)
                .orElse(" in " + settings.region());
    }

    /** The region that requests are signed for. */
    public String region() {
        return settings.region();
    }

    /**
     * Removes a file that is visible. Done, too, where there is none. Fails with a {@link io.focusgen.sink.SinkException}.
     *
     * @param name as in its {@link FileTarget}
     */
    public Uni<Void> remove(String name) {
        FileTarget.requireName(name);
        return sink.calls().head(name)
                .chain(there -> there.isEmpty() ? Uni.createFrom().voidItem() : sink.calls().delete(List.of(name)))
                .onFailure().transform(thrown -> S3Failures.ofFile(name, "removed", thrown));
    }

    /**
     * The names of all visible files that begin so, in the order of their bytes. Fails with a {@link
     * io.focusgen.sink.SinkException}.
     */
    public Uni<List<String>> list(String beginning) {
        return list(beginning, null)
                .onFailure().transform(thrown -> S3Failures.ofFile(beginning, "listed", thrown));
    }

    private Uni<List<String>> list(String beginning, @Nullable String after) {
        return sink.calls().list(beginning, after).chain(page -> page.next().isEmpty()
                ? Uni.createFrom().item(page.items())
                : list(beginning, page.next().get())
                        .map(rest -> Stream.concat(page.items().stream(), rest.stream()).toList()));
    }

    /** For whoever writes several files, or goes on with one. */
    public Sink sink() {
        return sink;
    }

    /**
     * Writes a file and makes it visible. Where that fails, or is cancelled, nothing is left of it.
     *
     * @param sent told the bytes that have arrived, from time to time and at the end
     */
    public Uni<StoredFile> upload(FileTarget target, BlockSource blocks, LongConsumer sent) {
        return sink.open(target, null).chain(file -> file.write(blocks)
                .onItem().invoke(reached -> sent.accept(reached.bytes()))
                .onItem().ignoreAsUni()
                .chain(file::commit)
                .onFailure().call(thrown -> file.discard()
                        .onFailure().invoke(thrown::addSuppressed)
                        .onFailure().recoverWithNull())
                .onCancellation().call(file::discard));
    }

    @Override
    public void close() {
        connection.close();
        pauses.shutdownNow();
    }
}
