package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.problem.ProblemType;
import io.focusgen.http.streaming.Admission;
import io.focusgen.testing.FakeEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(TightService.class)
@Timeout(60)
class StreamSlotsTest {

    private static final String ENDLESS = CSV + "?rows=1e11";

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FakeEngine engine;

    @Inject
    Admission admission;

    @Inject
    MeterRegistry meters;

    private Client client;
    private final List<Closeable> open = new ArrayList<>();

    @BeforeEach
    void setUp() {
        client = new Client(service);
        engine.planGate = new CountDownLatch(0);
        awaitFree();
    }

    @AfterEach
    void leave() throws IOException {
        engine.planGate.countDown();
        for (Closeable connection : open) {
            connection.close();
        }
        awaitFree();
    }

    private void awaitFree() {
        await().pollInterval(Duration.ofMillis(5)).until(
                () -> admission.streams().taken() == 0 && admission.plans().taken() == 0);
    }

    /** A stream whose reader has read a little and then nothing more. */
    private RawConnection stalled(String requestLine) throws IOException {
        RawConnection connection = new RawConnection(root);
        open.add(connection);
        assertThat(connection.send(requestLine).readHead()).startsWith("HTTP/1.1 200 ");
        return connection;
    }

    private List<RawConnection> fill() throws IOException {
        List<RawConnection> full = new ArrayList<>();
        for (int i = 0; i < TightService.SLOTS; i++) {
            full.add(stalled("GET " + ENDLESS + " HTTP/1.1"));
        }
        assertThat(admission.streams().taken()).isEqualTo(TightService.SLOTS);
        return full;
    }

    private double streams(String outcome) {
        return meters.get("focus.streams").tag("outcome", outcome).counter().count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void oneStreamTooManyIsRefusedAtOnceAndSaidWhenToComeBack(String method) throws IOException {
        client.send(method, CSV + "?rows=1");
        fill();
        double before = streams("shed");
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.send(method, CSV + "?rows=1");
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            fastest = took.compareTo(fastest) < 0 ? took : fastest;
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Integer.parseInt(header(answer, "Retry-After"))).isPositive();
            assertThat(json(answer).get("type").asText()).isEqualTo(ProblemType.OVERLOADED.path());
        }
        assertThat(fastest).isLessThan(Duration.ofMillis(100));
        assertThat(streams("shed")).isEqualTo(before + 5);
        assertThat(gauge("focus.streams.active")).isEqualTo(TightService.SLOTS);
    }

    @Test
    void whoAsksAgainWithoutReadingTheRowsIsServedBesides() throws IOException {
        String tag = header(client.get(CSV + "?rows=5"), "ETag");
        fill();

        assertThat(client.send("HEAD", CSV + "?rows=5").statusCode()).isEqualTo(200);
        assertThat(client.get(CSV + "?rows=5", "If-None-Match", tag).statusCode()).isEqualTo(304);
        // What was refused in the test before may still be many.
        await().untilAsserted(() -> assertThat(client.get(CSV + "?rows=0").statusCode()).as("refused, not shed")
                .isEqualTo(400));
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/catalog").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsRefusedAgainAndAgainIsNotReadAnyMore() throws IOException {
        String tag = header(client.get(CSV + "?rows=5"), "ETag");
        List<RawConnection> full = fill();
        double before = streams("shed");
        // As many as it takes, however slow the machine: ten in a fifth of a second are many.
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(1)).until(() -> {
            for (int i = 0; i < 20; i++) {
                assertThat(client.get(CSV + "?rows=1").statusCode()).isEqualTo(503);
            }
            return client.get(CSV + "?rows=0").statusCode() == 503;
        });
        assertThat(streams("shed")).isGreaterThanOrEqualTo(before + 10);
        assertThat(client.get(CSV + "?rows=5", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(client.send("HEAD", CSV + "?rows=5").statusCode()).isEqualTo(200);

        full.get(0).close();
        await().until(() -> client.get(CSV + "?rows=1").statusCode() == 200);
        await().until(() -> client.get(CSV + "?rows=0").statusCode() == 400);
    }

    @Test
    void aReaderThatLeavesFreesItsSlot() throws IOException {
        double before = streams("cancelled");
        List<RawConnection> full = fill();

        full.get(0).close();

        await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(5))
                .until(() -> admission.streams().taken() == TightService.SLOTS - 1);
        assertThat(client.get(CSV + "?rows=1").statusCode()).isEqualTo(200);
        await().until(() -> streams("cancelled") == before + 1);
    }

    @Test
    void whateverEndsAStreamFreesItsSlotOnce() {
        double completed = streams("completed");
        double failed = streams("failed");
        int rounds = 2 * TightService.SLOTS;
        for (int i = 0; i < rounds; i++) {
            assertThat(client.get(CSV + "?rows=100").statusCode()).isEqualTo(200);
            assertThat(client.get(CSV + "?seed=" + FakeEngine.FAILS_TO_PLAN).statusCode()).isEqualTo(500);
            assertThat(client.get(CSV + "?seed=" + FakeEngine.REFUSES_TO_PLAN).statusCode()).isEqualTo(400);
            assertThat(client.get(CSV + "?seed=" + FakeEngine.FAILS_IN_FIRST_BLOCK).statusCode()).isEqualTo(500);
            assertThat(client.get(CSV + "?rows=5", "If-None-Match", "*").statusCode()).isEqualTo(304);
            assertThat(client.send("HEAD", CSV + "?rows=5").statusCode()).isEqualTo(200);
            awaitFree();
        }
        assertThat(streams("completed")).isEqualTo(completed + rounds);
        assertThat(streams("failed")).isEqualTo(failed + rounds);
    }

    @Test
    void aStreamThatFailsOnItsWayFreesItsSlot() throws IOException {
        for (int i = 0; i <= TightService.SLOTS; i++) {
            try (RawConnection connection = new RawConnection(root)) {
                assertThat(connection.send("GET " + CSV + "?rows=1e6&seed=" + FakeEngine.FAILS_LATER + " HTTP/1.1")
                        .readToEnd().reset()).isTrue();
            }
        }
        awaitFree();
    }

    @Test
    void manyReadersThatComeAndGoLeaveNothingBehind() throws Exception {
        for (int i = 0; i < 200; i++) {
            try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
                socket.getOutputStream()
                        .write(("GET " + ENDLESS + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes("US-ASCII"));
                if (i % 3 == 0) {
                    socket.getInputStream().read();
                }
                socket.setSoLinger(i % 2 == 0, 0);
            }
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> admission.streams().taken() == 0);
        assertThat(gauge("focus.streams.active")).isZero();
        assertThat(client.get(CSV + "?rows=1").statusCode()).isEqualTo(200);
    }

    @Test
    void aPlanKeepsItsSlotUntilItIsMadeEvenIfNobodyWantsItAnyMore() throws Exception {
        engine.planGate = new CountDownLatch(1);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < TightService.SLOTS; i++) {
            Socket socket = new Socket("127.0.0.1", service.getPort());
            sockets.add(socket);
            socket.getOutputStream().write(("GET " + CSV + "?seed=" + FakeEngine.PLANS_LONG
                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes("US-ASCII"));
        }
        await().until(() -> admission.streams().taken() == TightService.SLOTS);
        Timer gone = meters.get("focus.stream.first.byte").tags("format", "csv", "outcome", "cancelled").timer();
        long before = gone.count();
        for (Socket socket : sockets) {
            socket.close();
        }
        await().during(Duration.ofMillis(200)).until(() -> admission.streams().taken() == TightService.SLOTS);
        assertThat(client.get(CSV + "?rows=1").statusCode()).isEqualTo(503);
        engine.planGate.countDown();

        awaitFree();
        await().untilAsserted(() -> assertThat(gone.count()).as("who waited for nothing")
                .isEqualTo(before + TightService.SLOTS));
        assertThat(client.get(CSV + "?rows=1").statusCode()).isEqualTo(200);
    }

    @Test
    void plansThatNoStreamFollowsHaveSlotsOfTheirOwn() {
        engine.planGate = new CountDownLatch(1);
        List<CompletableFuture<Integer>> heads = new ArrayList<>();
        for (int i = 0; i < TightService.PLAN_SLOTS; i++) {
            heads.add(CompletableFuture
                    .supplyAsync(() -> client.send("HEAD", CSV + "?seed=" + FakeEngine.PLANS_LONG).statusCode()));
        }
        await().until(() -> gauge("focus.plans.active") == TightService.PLAN_SLOTS);

        HttpResponse<String> answer = client.send("HEAD", CSV + "?rows=1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isNotEmpty();
        assertThat(client.get(CSV + "?rows=1").statusCode()).as("a stream has another slot").isEqualTo(200);

        engine.planGate.countDown();
        heads.forEach(head -> assertThat(head.join()).isEqualTo(200));
    }

    @Test
    void theNumbersAreMetricsFromTheStart() {
        String metrics = client.get("/metrics").body();

        for (String outcome : List.of("completed", "cancelled", "failed", "shed")) {
            assertThat(metrics).contains("focus_streams_total{outcome=\"" + outcome + "\"}");
        }
        assertThat(metrics).contains("focus_streams_active ", "focus_streams_slots 3.0", "focus_plans_slots 1.0",
                "focus_streams_stalled_total", "focus_stream_bytes_total");
    }
}
