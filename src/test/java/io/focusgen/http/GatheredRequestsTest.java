package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.http.streaming.Admission;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** While a crowd is refused, requests for rows wait for each other, a little. */
@QuarkusTest
@TestProfile(TightService.class)
@Timeout(60)
class GatheredRequestsTest {

    private static final String ROWS = "GET " + CSV + "?rows=1 HTTP/1.1";
    private static final String ACCESS = "io.focusgen.access";
    private static final int CROWD = 4;

    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Admission admission;

    @Inject
    MeterRegistry meters;

    private final List<RawConnection> taken = new ArrayList<>();
    private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    private Client client;

    /** When lines about refusals are written, by the thread that refuses. */
    private static final class Moments extends Handler implements AutoCloseable {

        private final Queue<Long> ofRefusals = new ConcurrentLinkedQueue<>();

        Moments() {
            Logger.getLogger(ACCESS).addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getMessage().contains(" 503, ")) {
                ofRefusals.add(System.nanoTime());
            }
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            Logger.getLogger(ACCESS).removeHandler(this);
        }
    }

    /** All slots are taken, and a crowd asks again and again. */
    @BeforeEach
    void besiege() throws IOException {
        client = new Client(service);
        awaitFree();
        for (int i = 0; i < TightService.SLOTS; i++) {
            RawConnection reader = new RawConnection(root);
            taken.add(reader);
            assertThat(reader.send("GET " + CSV + "?rows=1e11 HTTP/1.1").readHead()).startsWith("HTTP/1.1 200 ");
        }
        for (int i = 0; i < CROWD; i++) {
            crowd.execute(() -> {
                while (!crowd.isShutdown()) {
                    client.get(CSV + "?rows=1");
                }
            });
        }
        await().until(() -> client.get(CSV + "?rows=0").statusCode() == 503);
    }

    @AfterEach
    void leave() throws Exception {
        disperse();
        for (RawConnection reader : taken) {
            reader.close();
        }
        awaitFree();
    }

    private void disperse() throws InterruptedException {
        crowd.shutdown();
        assertThat(crowd.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    private void awaitFree() {
        await().until(() -> admission.streams().taken() == 0);
    }

    private double over() {
        return meters.find("focus.requests").counters().stream().mapToDouble(Counter::count).sum();
    }

    @Test
    void refusalsComeTogether() {
        try (Moments moments = new Moments()) {
            // One in two, if they came when they liked. Where the machine is busy, it may take another attempt.
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                moments.ofRefusals.clear();
                await().until(() -> moments.ofRefusals.size() >= 200);
                List<Long> seen = List.copyOf(moments.ofRefusals);
                long soonAfterATick = seen.stream().filter(
                        nanos -> Math.floorMod(nanos, TICK_NANOS) < TICK_NANOS / 2).count();
                assertThat((double) soonAfterATick / seen.size()).isGreaterThan(0.8);
            });
        }
    }

    @Test
    void whatIsNotRefusedWaitsForNobody() {
        long fastest = IntStream.range(0, 20).mapToLong(i -> {
            long start = System.nanoTime();
            assertThat(client.get("/q/health/live").statusCode()).isEqualTo(200);
            return System.nanoTime() - start;
        }).min().orElseThrow();

        assertThat(fastest).isLessThan(TimeUnit.MILLISECONDS.toNanos(10));
    }

    @Test
    void requestsBehindEachOtherAreAllAnswered() throws IOException {
        try (RawConnection connection = new RawConnection(root)) {
            connection.sendMore((ROWS + "\r\nHost: localhost\r\n\r\n").repeat(2)
                    + ROWS + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            String answers = new String(connection.readToEnd().body(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 503 ", -1)).as("the first head is cut off").hasSize(3);
        }
    }

    @Test
    void whoLeavesMeanwhileIsCountedAndHarmsNobody() throws Exception {
        disperse();
        // Requests are counted after their answer is sent.
        AtomicReference<Double> seen = new AtomicReference<>(-1.0);
        await().during(Duration.ofMillis(300)).until(() -> {
            double now = over();
            return seen.getAndSet(now) == now;
        });
        double before = over();
        int leaving = 60;
        for (int i = 0; i < leaving; i++) {
            try (RawConnection connection = new RawConnection(root)) {
                connection.send(ROWS);
            }
        }

        await().untilAsserted(() -> assertThat(over()).isEqualTo(before + leaving));
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aPlaceThatGetsFreeGoesToOneWhoWaited() throws Exception {
        List<Future<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> client.get(CSV + "?rows=1").statusCode()));
        }
        taken.remove(0).close();
        await().until(() -> client.get(CSV + "?rows=1").statusCode() == 200);

        for (Future<Integer> status : waiting) {
            assertThat(status.get()).isIn(200, 503);
        }
    }
}
