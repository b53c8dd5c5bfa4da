package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.SinkException.Kind;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.stream.TestBlocks;
import io.focusgen.testing.S3Server;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

class S3SinkTest extends S3UnderTest {

    private static final Checkpoint NOTHING = Checkpoint.BEGINNING;

    /** The last part is not taken, so that there is something to go on with. */
    private Checkpoint cancelAtFirstCheckpoint() {
        proxy.answer("^PUT [^ ]*partNumber=4", "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n".getBytes(), 1000);
        AssertSubscriber<Checkpoint> reader = of(sink.open(FILE, null)).write(blocks).subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        Checkpoint reached = reader.awaitNextItem(Duration.ofSeconds(30)).getLastItem();
        reader.cancel();
        await().until(() -> blocks.running.get() == 0);
        proxy.forward();
        return reached;
    }

    @Test
    void whetherAFileIsThereIsKnown() {
        assertThat(of(sink.holds(FILE.name(), 0))).isFalse();
        StagedFile file = of(sink.open(FILE, null));
        write(file, Sources.megabytes(2));
        assertThat(of(sink.holds(FILE.name(), 2_000_000))).isFalse();
        of(file.commit());

        assertThat(of(sink.holds(FILE.name(), 2_000_000))).isTrue();
        assertThat(of(sink.holds(FILE.name(), 1_999_999))).isFalse();
        proxy.refuse();
        SinkException failure = catchThrowableOfType(SinkException.class, () -> of(sink.holds(FILE.name(), 2_000_000)));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        proxy.forward();
        of(sink.remove("job-1"));
        assertThat(of(sink.holds(FILE.name(), 2_000_000))).isFalse();
    }

    @Test
    void aLargeFileIsMadeOfParts() {
        StagedFile file = of(sink.open(FILE, null));
        assertThat(file.start()).isEqualTo(NOTHING);
        List<Checkpoint> checkpoints = of(file.write(blocks).collect().asList());

        assertThat(checkpoints).isSortedAccordingTo((a, b) -> Long.compare(a.nextBlock(), b.nextBlock()))
                .allMatch(reached -> reached.bytes() == reached.nextBlock() * 1_000_000
                        && reached.token().length() < 2048);
        assertThat(checkpoints.get(checkpoints.size() - 1).nextBlock()).isEqualTo(BLOCKS);
        assertThat(server.objects()).isEmpty();
        assertStored(of(file.commit()));
        assertThat(requests("PUT", "partNumber=")).isEqualTo(4);
        assertThat(proxy.requests("x-amz-checksum-crc32c: ")).isEqualTo(4);
        assertThat(blocks.begun).hasValue(BLOCKS);
    }

    @Test
    void aSmallFileIsOneRequest() {
        TestBlocks three = Sources.megabytes(3);
        StagedFile file = of(sink.open(FILE, null));
        Checkpoint end = write(file, three);
        assertThat(end).isEqualTo(new Checkpoint(3, 3_000_000, "", end.digest()));
        assertThat(requests("PUT", "")).isZero();

        assertThat(of(file.commit())).isEqualTo(new StoredFile(FILE.name(), 3_000_000, Sources.sha256(three.bytes(3))));
        assertThat(server.bytes(FILE.name())).isEqualTo(three.bytes(3));
        assertThat(requests("PUT", "")).isEqualTo(1);
        assertThat(requests("POST", "")).isZero();
        of(sink.remove("job-1"));
    }

    @Test
    void aFileWithoutBytesIsAnObject() {
        assertThat(store(new TestBlocks(2, block -> 0)).sha256()).isEqualTo(Sources.sha256(new byte[0]));
        assertThat(server.bytes(FILE.name())).isEmpty();
        of(sink.remove("job-1"));
    }

    @Test
    void anotherProcessGoesOnAtTheCheckpoint() {
        Checkpoint reached = cancelAtFirstCheckpoint();
        int before = requests("PUT", "partNumber=1&");

        StagedFile file = of(sink.open(FILE, reached));
        assertThat(file.start()).isEqualTo(reached);
        assertThat(reached.nextBlock()).isBetween(9L, 29L);
        // A part has to be sent again, so its blocks have to be the right ones.
        proxy.answer("^PUT [^ ]*partNumber=4", "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n".getBytes(), 1);
        TestBlocks rest = new TestBlocks(BLOCKS, block -> 10_000) {
            @Override
            protected void beforeRow(long block, int row) {
                assertThat(block).as("a block that is encoded").isGreaterThanOrEqualTo(reached.nextBlock());
            }
        };
        assertThat(of(file.write(rest).collect().asList()))
                .allMatch(further -> further.bytes() == further.nextBlock() * 1_000_000);
        assertStored(of(file.commit()));
        assertThat(requests("PUT", "partNumber=1&")).isEqualTo(before);
        assertThat(requests("POST", "uploads")).isEqualTo(1);
    }

    @Test
    void whereTheUploadIsGoneItBeginsAnew() {
        Checkpoint reached = cancelAtFirstCheckpoint();
        of(sink.abortAll(FILE.name(), name -> true));

        StagedFile file = of(sink.open(FILE, reached));
        assertThat(file.start()).isEqualTo(NOTHING);
        write(file, blocks);
        assertStored(of(file.commit()));
    }

    @Test
    void whereThePartsAreOthersItBeginsAnew() {
        Checkpoint reached = cancelAtFirstCheckpoint();

        StagedFile file = of(sink.open(FILE, new Checkpoint(1, 1_000_000, reached.token(), "")));
        assertThat(file.start()).isEqualTo(NOTHING);
        assertThat(server.uploads()).isEmpty();
        assertThat(of(sink.open(FILE, new Checkpoint(1, 1_000_000, "", ""))).start()).isEqualTo(NOTHING);
    }

    @Test
    void aCheckpointOfOtherBlocksIsRefused() {
        Checkpoint reached = cancelAtFirstCheckpoint();
        StagedFile file = of(
                sink.open(FILE, new Checkpoint(reached.nextBlock(), reached.bytes(), reached.token(), "")));
        TestBlocks others = new TestBlocks(BLOCKS, block -> 9_999);

        SinkException failure = catchThrowableOfType(SinkException.class, () -> write(file, others));
        assertThat(failure.kind()).isEqualTo(Kind.DIFFERENT);
        of(file.discard());
        assertNothingLeft();
    }

    @Test
    void removingAFolderLeavesOthers() {
        store(Sources.megabytes(1));
        StagedFile open = of(sink.open(new FileTarget("job-1/b.csv", "text/csv"), null));
        write(open, blocks);
        StagedFile other = of(sink.open(new FileTarget("job-10/c.csv", "text/csv"), null));
        write(other, Sources.megabytes(1));
        of(other.commit());
        assertThat(server.uploads()).containsExactly("job-1/b.csv");

        of(sink.remove("job-1"));
        assertThat(server.objects()).containsExactly("job-10/c.csv");
        assertThat(server.uploads()).isEmpty();
        of(sink.remove("job-10"));
        of(sink.remove("job-10"));
        assertNothingLeft();
        assertThatIllegalArgumentException().isThrownBy(() -> sink.remove(""));
    }

    @Test
    void uploadsThatWereLeftAreAborted() {
        cancelAtFirstCheckpoint();

        assertThat(of(sink.sweep(Instant.now().minusSeconds(3600)))).isEmpty();
        assertThat(server.uploads()).hasSize(1);
        assertThat(of(sink.sweep(Instant.now().plusSeconds(3600)))).containsExactly(FILE.name());
        assertNothingLeft();
    }

    @Test
    void anUploadThatNoCheckpointTellsOfIsAbortedWhenItsFileBeginsAnewOrItsFolderIsSettled() {
        cancelAtFirstCheckpoint();
        assertThat(server.uploads()).hasSize(1);

        StagedFile anew = of(sink.open(FILE, null));

        assertThat(anew.start()).isEqualTo(Checkpoint.BEGINNING);
        assertThat(server.uploads()).isEmpty();
        cancelAtFirstCheckpoint();
        assertThat(server.uploads()).hasSize(1);
        of(sink.settle("job"));
        assertThat(server.uploads()).as("of another folder").hasSize(1);
        of(sink.settle("job-1"));
        assertNothingLeft();
    }

    @Test
    void aLinkCanBeReadByAnybodyForAWhile() throws Exception {
        store(Sources.megabytes(1));
        URI link = sink.link(FILE.name(), Duration.ofMinutes(5)).orElseThrow();
        assertThat(link.getQuery()).contains("X-Amz-Expires=300");
        assertThat(sink.link(FILE.name(), Duration.ofDays(6)).orElseThrow().getQuery()).contains("X-Amz-Expires=3600");

        assertThat(get(link).body()).isEqualTo(Sources.megabytes(1).bytes(1));
        assertThat(get(URI.create(link.toString().replace("a.csv", "b.csv"))).statusCode()).isEqualTo(403);
        of(sink.remove("job-1"));
    }

    private static HttpResponse<byte[]> get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void keysClassesAndEncryptionAreAsConfigured() {
        Map<String, String> environment = new HashMap<>(S3Server.environment(proxy.port()));
        environment.put("S3_STORAGE_CLASS", "STANDARD_IA");
        S3Settings plain = S3Settings.of(new EnvironmentConfig(environment, S3Server.BUCKET)).orElseThrow();
        S3Settings settings = new S3Settings(plain.bucket(), plain.region(), plain.endpoint(), true, "exports/focus/",
                Optional.of("key-1"), plain.storageClass(), plain.linkExpiry(), plain.credentials());
        proxy.answer("^POST [^ ]*exports/focus/job-1[^ ]*uploads",
                "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n".getBytes(),
                1000);
        try (S3Connection connection = new S3Connection(settings, worker)) {
            S3Sink configured = new S3Sink(connection.calls(), connection, streams, worker);
            assertThat(configured.location("job-1/a.csv"))
                    .contains(URI.create("s3://" + S3Server.BUCKET + "/exports/focus/job-1/a.csv"));
            StagedFile file = of(configured.open(FILE, null));
            catchThrowableOfType(SinkException.class, () -> write(file, blocks));
        }
        assertThat(proxy.requests("(?s)^POST [^ ]*exports/focus/job-1.*x-amz-storage-class: STANDARD_IA")).isEqualTo(1);
        assertThat(proxy.requests("(?s)^POST .*x-amz-server-side-encryption-aws-kms-key-id: key-1")).isEqualTo(1);
        assertThat(proxy.requests("(?s)^POST .*Content-Type: text/csv")).isEqualTo(1);
    }

    @Test
    void theCommandLineHasItsOwnDoor() {
        List<Long> sent = new CopyOnWriteArrayList<>();
        URI address = URI.create("s3://" + S3Server.BUCKET + "/job-1/data/a.csv");
        try (S3Access access = S3Access.of(address, S3Server.environment(proxy.port()), streams, worker)) {
            assertStored(of(access.upload(S3Access.target(address, "text/csv"), blocks, sent::add)));
        }
        assertThat(sent).isSorted().endsWith(30_000_000L);
    }

    @Test
    void theDoorLeavesNothingBehindWhereItFails() {
        proxy.answer("^PUT [^ ]*partNumber=3", "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(), 1);
        try (S3Access access = S3Access.of(URI.create("s3://" + S3Server.BUCKET), S3Server.environment(proxy.port()),
                streams,
                worker)) {
            SinkException failure = catchThrowableOfType(SinkException.class,
                    () -> of(access.upload(FILE, blocks, bytes -> {
                    })));
            assertThat(failure.kind()).isEqualTo(Kind.DENIED);
        }
        assertNothingLeft();
    }
}
