package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.S3Server;
import io.smallrye.mutiny.Uni;

/** A sink of a real S3 server, with a proxy between them that a test can let break things. */
abstract class S3UnderTest {

    static final FileTarget FILE = new FileTarget("job-1/data/a.csv", "text/csv");

    /** Four parts: three of nine blocks of a megabyte, and one of three. */
    static final int BLOCKS = 30;

    /** Retries take 1.3 s together. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    static S3Server server;

    final Streams streams = Sources.streams();
    final ScheduledExecutorService worker = Executors.newScheduledThreadPool(2);
    final FaultProxy proxy = new FaultProxy(server.port());
    private final S3Connection connection = new S3Connection(settings(proxy.port()), worker);
    final S3Sink sink = new S3Sink(new RetriedS3Calls(connection.calls(), FIRST_PAUSE, worker), connection, streams,
            worker);
    final TestBlocks blocks = Sources.megabytes(BLOCKS);

    static S3Settings settings(int port) {
        return S3Settings.of(new EnvironmentConfig(S3Server.environment(port), S3Server.BUCKET)).orElseThrow();
    }

    @BeforeAll
    static void startServer() {
        server = new S3Server();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @AfterEach
    void close() {
        connection.close();
        proxy.close();
        streams.close();
        worker.shutdownNow();
    }

    static <T> T of(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    static Checkpoint write(StagedFile file, BlockSource source) {
        return of(file.write(source).collect().last());
    }

    StoredFile store(BlockSource source) {
        StagedFile file = of(sink.open(FILE, null));
        write(file, source);
        return of(file.commit());
    }

    /** Writes and commits, expects that to fail, and discards. */
    SinkException failAndDiscard() {
        StagedFile file = of(sink.open(FILE, null));
        SinkException failure = catchThrowableOfType(SinkException.class, () -> {
            write(file, blocks);
            of(file.commit());
        });
        assertThat(failure).isNotNull();
        proxy.forward();
        of(file.discard());
        return failure;
    }

    void assertStored(StoredFile stored) {
        byte[] expected = blocks.bytes(blocks.blocks());
        assertThat(stored).isEqualTo(new StoredFile(FILE.name(), expected.length, Sources.sha256(expected)));
        assertThat(server.bytes(FILE.name())).isEqualTo(expected);
        assertThat(server.uploads()).isEmpty();
        of(sink.remove("job-1"));
    }

    static void assertNothingLeft() {
        assertThat(server.uploads()).isEmpty();
        assertThat(server.objects()).isEmpty();
    }

    /** Requests with that method and something in their query, as the proxy has seen them. */
    int requests(String method, String query) {
        return proxy.requests("^" + method + " [^ ]*" + query);
    }
}
