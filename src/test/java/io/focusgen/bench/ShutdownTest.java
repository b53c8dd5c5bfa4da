package io.focusgen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service, told to end while streams are running. */
@Tag("long")
@Timeout(180)
class ShutdownTest {

    private static final int FAST = 10;
    private static final int SLOW = 10;
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Until the jobs are given back and the JVM has ended, on a loaded machine. */
    private static final Duration END = Duration.ofSeconds(10);

    private static final String FAST_PATH = "/api/v1/cost-and-usage.csv?rows=60000&granularity=hourly&month=2026-03";
    private static final String SLOW_PATH = "/api/v1/cost-and-usage.csv?rows=3e6&granularity=hourly&month=2026-03";

    @Test
    void streamsEndWholeOrVisiblyBrokenAndTheProcessInTime() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(FAST + SLOW);
        try (Child service = Child.service("shutdown", "-Dfocus.shutdown.grace=" + GRACE.toSeconds() + "s",
                "-Dfocus.stream.slots=64")) {
            long expected = sum(service.port(), FAST_PATH);
            CountDownLatch begun = new CountDownLatch(FAST + SLOW);
            CountDownLatch told = new CountDownLatch(1);
            List<Future<Long>> fast = new ArrayList<>();
            List<Future<Long>> slow = new ArrayList<>();
            for (int i = 0; i < FAST; i++) {
                fast.add(readers.submit(() -> read(service.port(), FAST_PATH, begun, told, 0)));
            }
            for (int i = 0; i < SLOW; i++) {
                slow.add(readers.submit(() -> read(service.port(), SLOW_PATH, begun, told, 50)));
            }
            begun.await();
            long start = System.nanoTime();
            service.terminate();
            refused(service);
            told.countDown();

            for (Future<Long> whole : fast) {
                assertThat(whole.get()).isEqualTo(expected);
            }
            for (Future<Long> cut : slow) {
                assertThatThrownBy(cut::get).hasCauseInstanceOf(IOException.class);
            }
            assertThat(service.exitWithin(GRACE.plus(END))).as("as whoever ends by SIGTERM").isEqualTo(143);
            assertThat(service.output()).as("that it is not ready").doesNotContain("SRHCK01001");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(GRACE.minusSeconds(1), GRACE.plus(END));
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void aServiceWithNothingToDoEndsAtOnce() throws Exception {
        try (Child service = Child.service("shutdown-idle")) {
            service.terminate();
            assertThat(service.exitWithin(END)).isEqualTo(143);
        }
    }

    /** What is new is refused while what is running goes on. */
    private static void refused(Child service) throws InterruptedException {
        String stream = "";
        long end = System.nanoTime() + GRACE.toNanos() / 2;
        while (!stream.startsWith("HTTP/1.1 503") && System.nanoTime() < end) {
            stream = status(service, FAST_PATH);
            Thread.sleep(10);
        }
        assertThat(stream).startsWith("HTTP/1.1 503");
        assertThat(status(service, "/q/health/ready")).startsWith("HTTP/1.1 503");
        assertThat(status(service, "/q/health/live")).isEqualTo("200");
        assertThat(service.isAlive()).isTrue();
    }

    private static String status(Child service, String path) {
        try (HttpGet get = new HttpGet(service.port(), path)) {
            long unused = get.toEnd();
            return "200";
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static long sum(int port, String path) throws IOException {
        try (HttpGet get = new HttpGet(port, path).summing()) {
            long unused = get.toEnd();
            return get.checksum();
        }
    }

    /** The checksum of a body; fails where the body does not come to its end. @param pause milliseconds between reads */
    private static long read(int port, String path, CountDownLatch begun, CountDownLatch told, long pause)
            throws IOException, InterruptedException {
        try (HttpGet get = new HttpGet(port, path).summing()) {
            int unused = get.read(1_000);
            begun.countDown();
            told.await();
            while (get.read(64 << 10) >= 0) {
                if (pause > 0) {
                    Thread.sleep(pause);
                }
            }
            return get.checksum();
        }
    }
}
