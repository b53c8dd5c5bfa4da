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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.focusgen.encode.ByteOutput;
import io.focusgen.http.streaming.Admission;
import io.focusgen.redis.AwaitedAnswers;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Streams;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** While a crowd is refused and rows wait to be made, event loops rest between their rounds. */
@QuarkusTest
@TestProfile(TightService.class)
@Timeout(180)
class RestingEventLoopsTest {

    private static final String ROWS = "GET " + CSV + "?rows=1 HTTP/1.1";
    private static final String LIVE = "GET /q/health/live HTTP/1.1";
    private static final Pattern LENGTH = Pattern.compile("(?i)\\ncontent-length: (\\d+)");
    private static final int CROWD = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of a rest. */
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @TestHTTPResource
    URL service;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Admission admission;

    @Inject
    Streams streams;

    @Inject
    AwaitedAnswers awaited;

    private final List<RawConnection> taken = new ArrayList<>();
    private final ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
    private final CountDownLatch done = new CountDownLatch(1);
    private Client client;

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
        done.countDown();
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

    /** Nanoseconds that each request of one connection takes. */
    private long[] times(RawConnection connection, String requestLine, int count) throws IOException {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            String head = connection.send(requestLine).readHead();
            times[i] = System.nanoTime() - start;
            Matcher length = LENGTH.matcher(head);
            assertThat(length.find()).as(head).isTrue();
            assertThat(connection.readExactly(Integer.parseInt(length.group(1)))).isNotEmpty();
        }
        Arrays.sort(times);
        return times;
    }

    private boolean rests(RawConnection connection, String requestLine) throws IOException {
        return times(connection, requestLine, 21)[10] > REST_NANOS / 2;
    }

    /** All threads that encode have something to do, and more of it waits, until {@link #done} is open. */
    private void busyEncoders() {
        streams.of(new BlockSource() {

            @Override
            public long blocks() {
                return 100;
            }

            @Override
            public void encode(long block, ByteOutput out) {
                try {
                    done.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }
        }).subscribe().with(Streams::recycle);
        await().until(() -> streams.load().queued() > 0);
    }

    @Test
    void whileRowsWaitToBeMadeEachRoundOfALoopIsFollowedByARest() throws IOException {
        busyEncoders();
        try (RawConnection connection = new RawConnection(root)) {
            // It asks again at once, but the loop is resting then.
            await().atMost(PATIENCE).until(() -> rests(connection, ROWS));
        }
    }

    @Test
    void whileNothingWaitsToBeMadeNobodyRests() throws IOException {
        try (RawConnection connection = new RawConnection(root)) {
            await().atMost(PATIENCE).until(() -> !rests(connection, ROWS));

            busyEncoders();
            await().atMost(PATIENCE).until(() -> rests(connection, ROWS));
            done.countDown();
            await().atMost(PATIENCE).until(() -> !rests(connection, ROWS));
        }
    }

    @Test
    void nobodyRestsWhileAnAnswerOfRedisIsAwaited() throws IOException {
        busyEncoders();
        try (RawConnection connection = new RawConnection(root)) {
            await().atMost(PATIENCE).until(() -> rests(connection, ROWS));

            Cancellable call = awaited.counting(Uni.createFrom().nothing()).subscribe().with(never -> {
            });
            assertThat(awaited.any()).isTrue();
            await().atMost(PATIENCE).until(() -> !rests(connection, ROWS));
            call.cancel();
            assertThat(awaited.any()).isFalse();
            await().atMost(PATIENCE).until(() -> rests(connection, ROWS));
        }
    }

    @Test
    void whenTheCrowdHasLeftNobodyRests() throws Exception {
        busyEncoders();
        try (RawConnection connection = new RawConnection(root)) {
            await().atMost(PATIENCE).until(() -> rests(connection, ROWS));

            disperse();
            await().atMost(PATIENCE).until(() -> !rests(connection, LIVE));
        }
    }

    @Test
    void requestsBehindEachOtherAreAllAnswered() throws IOException {
        busyEncoders();
        try (RawConnection connection = new RawConnection(root)) {
            connection.sendMore((ROWS + "\r\nHost: localhost\r\n\r\n").repeat(2)
                    + ROWS + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            String answers = new String(connection.readToEnd().body(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 503 ", -1)).as("the first head is cut off").hasSize(3);
        }
    }

    @Test
    void aPlaceThatGetsFreeGoesToOneWhoAsks() throws Exception {
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
