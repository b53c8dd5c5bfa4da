package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.S3Server;
import io.smallrye.mutiny.Uni;

class S3SinkTest {

    private static final S3Server SERVER = new S3Server();
    private static final FileTarget FILE = new FileTarget("job-1/data/a.csv", "text/csv");

    private final Streams streams = Sources.streams();
    private final ExecutorService worker = Executors.newFixedThreadPool(2);
    private final S3Access access = S3Access.of(URI.create("s3://" + S3Server.BUCKET),
            S3Server.environment(SERVER.port()),
            streams, worker);

    @AfterEach
    void close() {
        access.close();
        streams.close();
        worker.shutdownNow();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static <T> T of(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void aLargeFileIsMadeOfParts() {
        TestBlocks blocks = Sources.megabytes(30);
        byte[] expected = blocks.bytes(30);
        List<Long> sent = new CopyOnWriteArrayList<>();

        StoredFile stored = of(access.upload(FILE, blocks, sent::add));

        assertThat(stored).isEqualTo(new StoredFile(FILE.name(), expected.length, Sources.sha256(expected)));
        assertThat(SERVER.bytes(FILE.name())).isEqualTo(expected);
        assertThat(SERVER.uploads()).isEmpty();
        assertThat(sent).isSorted().endsWith((long) expected.length);
    }

    @Test
    void aSmallFileIsOnePiece() {
        TestBlocks blocks = Sources.megabytes(3);
        byte[] expected = blocks.bytes(3);

        StoredFile stored = of(access.upload(FILE, blocks, sent -> {
        }));

        assertThat(stored).isEqualTo(new StoredFile(FILE.name(), expected.length, Sources.sha256(expected)));
        assertThat(SERVER.bytes(FILE.name())).isEqualTo(expected);
        assertThat(Map.of("a", 1)).isNotEmpty();
    }
}
