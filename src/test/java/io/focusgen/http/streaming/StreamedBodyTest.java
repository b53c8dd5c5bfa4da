package io.focusgen.http.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.LogWatch;
import io.focusgen.http.RawConnection;
import io.focusgen.http.streaming.StreamOutcomes.End;
import io.focusgen.stream.TestBlocks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(StreamedBodyTest.BothProtocols.class)
@Timeout(60)
class StreamedBodyTest {

    /** HTTP/2 has to be asked for; who does gets the same. */
    public static class BothProtocols implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.http2", "true");
        }
    }

    private static final long BLOCK_BYTES = (long) StreamedTestResource.ROWS * TestBlocks.ROW_BYTES;

    @TestHTTPResource("/test-streams")
    URI uri;

    @Inject
    RecordedOutcomes outcomes;

    @Inject
    MeterRegistry meters;

    @BeforeEach
    void forgetOutcomes() {
        await().until(() -> outcomes.running.get() == 0);
        outcomes.ended.clear();
        outcomes.unbegun.clear();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aDownloadHasAllBytesInOrder(HttpClient.Version version) throws Exception {
        TestBlocks source = put(StreamedTestResource.complete(40));

        HttpResponse<byte[]> answer = get(version, "");

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body()).isEqualTo(source.bytes(40));
        awaitEnd(End.COMPLETED, 40 * BLOCK_BYTES);
    }

    @Test
    void aBlockingResourceCanAnswerWithHeadersAndAStream() throws Exception {
        TestBlocks source = put(StreamedTestResource.complete(3));

        HttpResponse<byte[]> answer = get(HttpClient.Version.HTTP_1_1, "/blocking");

        assertThat(answer.headers().firstValue("Focus-Rows")).hasValue("30000");
        assertThat(answer.body()).isEqualTo(source.bytes(3));
    }

    @Test
    void anEmptyStreamIsAnEmptyAnswer() throws Exception {
        put(StreamedTestResource.complete(0));

        HttpResponse<byte[]> answer = get(HttpClient.Version.HTTP_1_1, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        awaitEnd(End.COMPLETED, 0);
        assertThat(outcomes.unbegun).isEmpty();
    }

    @Test
    void theConnectionServesAnotherStreamAfterwards() throws Exception {
        put(StreamedTestResource.complete(2));
        try (RawConnection connection = new RawConnection(uri)) {
            String first = connection.send("GET /test-streams HTTP/1.1").readToLastChunk();
            String second = connection.send("GET /test-streams HTTP/1.1").readToLastChunk();

            assertThat(unnamed(first)).containsIgnoringCase("transfer-encoding: chunked").isEqualTo(unnamed(second));
        }
    }

    /** Every request has a name of its own. */
    private static String unnamed(String answer) {
        return answer.replaceAll("X-Request-Id: \\S+", "");
    }

    @Test
    void headHasTheHeadersAndEncodesNothing() throws Exception {
        TestBlocks source = put(StreamedTestResource.complete(5));

        HttpResponse<Void> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(uri + "/blocking"))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                        HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Focus-Rows")).hasValue("50000");
        assertThat(source.begun).hasValue(0);
        assertThat(outcomes.ended).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1", "HTTP/1.0"})
    void aFailureAfterTheFirstByteResetsTheConnectionWithoutALastChunk(String version) throws Exception {
        put(StreamedTestResource.failing(20));
        try (RawConnection connection = new RawConnection(uri)) {
            RawConnection.Answer answer = connection.send("GET /test-streams " + version).readToEnd();

            assertThat(answer.head()).contains(" 200 ");
            assertThat(answer.body().length).isGreaterThan(0).isLessThan((int) (21 * BLOCK_BYTES));
            assertThat(answer.bodyText()).doesNotContain("\r\n0\r\n");
            assertThat(answer.reset()).as("reset, as a plain close ends an HTTP/1.0 answer well").isTrue();
        }
        await().until(() -> outcomes.ended.size() == 1);
        assertThat(outcomes.ended.get(0).end()).isEqualTo(End.FAILED);
        assertThat(outcomes.ended.get(0).bytes()).isLessThanOrEqualTo(20 * BLOCK_BYTES);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void anHttpClientNoticesAFailureAfterTheFirstByte(HttpClient.Version version) {
        put(StreamedTestResource.failing(20));

        assertThatThrownBy(() -> get(version, "")).isInstanceOf(IOException.class);
    }

    @Test
    void aFailureBeforeTheFirstByteIsAStatus() throws Exception {
        put(StreamedTestResource.failing(0));

        HttpResponse<byte[]> answer = get(HttpClient.Version.HTTP_1_1, "");

        assertThat(answer.statusCode()).isEqualTo(500);
        awaitEnd(End.FAILED, 0);
        assertThat(outcomes.unbegun).containsExactly(End.FAILED);
    }

    @Test
    void whoLeavesBeforeTheFirstByteHasWaitedAllTheSame() throws Exception {
        CountDownLatch encoding = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        put(new TestBlocks(1, block -> StreamedTestResource.ROWS) {
            @Override
            protected void beforeRow(long block, int row) {
                encoding.countDown();
                awaitQuietly(gone);
            }
        });
        Timer waits = meters.get("focus.stream.first.byte").tags("format", "csv", "outcome", "cancelled").timer();
        long before = waits.count();
        Instant asked = Instant.now();
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send("GET /test-streams HTTP/1.1");
            awaitQuietly(encoding);
        }

        awaitEnd(End.CANCELLED, 0);
        gone.countDown();
        assertThat(outcomes.unbegun).containsExactly(End.CANCELLED);
        assertThat(waits.count()).isEqualTo(before + 1);
        assertThat(waits.max(TimeUnit.MILLISECONDS)).isPositive()
                .isLessThanOrEqualTo(Duration.between(asked, Instant.now()).toMillis() + 1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anHttp10ClientGetsPlainBytesAndAClose() throws Exception {
        TestBlocks source = put(StreamedTestResource.complete(3));
        try (RawConnection connection = new RawConnection(uri)) {
            RawConnection.Answer answer = connection.send("GET /test-streams HTTP/1.0\r\nConnection: keep-alive")
                    .readToEnd();

            assertThat(answer.reset()).isFalse();
            assertThat(answer.head()).doesNotContainIgnoringCase("transfer-encoding");
            assertThat(answer.body()).isEqualTo(source.bytes(3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/blocking"})
    void aDisconnectStopsTheWorkWithoutComplaint(String path) throws Exception {
        TestBlocks source = put(StreamedTestResource.slow());
        try (LogWatch log = new LogWatch()) {
            try (RawConnection connection = new RawConnection(uri)) {
                connection.send("GET /test-streams" + path + " HTTP/1.1").read(19 * BLOCK_BYTES);
                await().until(() -> source.begun.get() > 20);
            }

            assertCancelledSoon(source);
            assertThat(log.complaints).isEmpty();
        }
    }

    @Test
    void anHttp2ClientThatResetsItsStreamStopsTheWorkWithoutComplaint() throws Exception {
        TestBlocks source = put(StreamedTestResource.slow());
        try (LogWatch log = new LogWatch()) {
            HttpResponse<InputStream> answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            try (InputStream body = answer.body()) {
                body.skipNBytes(19 * BLOCK_BYTES);
                await().until(() -> source.begun.get() > 20);
            }

            assertCancelledSoon(source);
            assertThat(log.complaints).isEmpty();
        }
    }

    private void assertCancelledSoon(TestBlocks source) {
        await().atMost(Duration.ofSeconds(2)).until(() -> source.running.get() == 0 && outcomes.running.get() == 0);
        assertThat(outcomes.ended).singleElement().extracting(RecordedOutcomes.Ended::end).isEqualTo(End.CANCELLED);
    }

    @Test
    void aClientThatReadsNothingHoldsBackTheEncoderAndItsDisconnectIsNoticed() throws Exception {
        TestBlocks source = put(StreamedTestResource.complete(1_000_000));
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send("GET /test-streams HTTP/1.1");
            long read = connection.read(BLOCK_BYTES);
            for (int step = 0; step < 5; step++) {
                awaitStandstill(source);
                // What the kernel buffers on both sides, the writer's window and the blocks in flight.
                assertThat(source.rows.get() * TestBlocks.ROW_BYTES - read).isLessThan(24L << 20);
                read += connection.read(20 * BLOCK_BYTES);
            }
            awaitStandstill(source);
        }

        await().until(() -> outcomes.running.get() == 0);
        assertThat(outcomes.ended).singleElement().extracting(RecordedOutcomes.Ended::end).isEqualTo(End.CANCELLED);
    }

    private static void awaitStandstill(TestBlocks source) {
        long[] before = {-1};
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).until(() -> {
            long last = before[0];
            before[0] = source.rows.get();
            return last == before[0] && source.running.get() == 0;
        });
    }

    private HttpResponse<byte[]> get(HttpClient.Version version, String path) throws IOException, InterruptedException {
        return HttpClient.newBuilder().version(version).build()
                .send(HttpRequest.newBuilder(URI.create(uri + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void awaitEnd(End end, long bytes) {
        await().until(() -> !outcomes.ended.isEmpty());
        assertThat(outcomes.ended).containsExactly(new RecordedOutcomes.Ended(end, bytes));
    }

    private static TestBlocks put(TestBlocks source) {
        StreamedTestResource.source = source;
        return source;
    }
}
