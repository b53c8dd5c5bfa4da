package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.job.Webhook;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Sources;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Meters have the figures that they were told, in the units of their names. */
class MeterValuesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int ROWS_OF_A_BLOCK = 40;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private double counted(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private double shown(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void partsBytesAndOpenUploads() {
        MicrometerUploads uploads = new MicrometerUploads(registry);

        uploads.open(3);
        uploads.stored("bills/a.csv", 5_000_000, 1);
        uploads.stored("bills/a.csv", 7, 1);
        uploads.failed("bills/a.csv", 1);
        uploads.open(2);

        assertThat(counted("focus.upload.parts", "result", "stored")).isEqualTo(2);
        assertThat(counted("focus.upload.parts", "result", "failed")).isEqualTo(1);
        assertThat(counted("focus.upload.bytes")).isEqualTo(5_000_007);
        assertThat(shown("focus.uploads.open")).isEqualTo(2);
    }

    @Test
    void messagesByWhatBecameOfThem() {
        MicrometerWebhooks webhooks = new MicrometerWebhooks(registry);

        webhooks.attempted(Webhook.State.PENDING);
        webhooks.attempted(Webhook.State.PENDING);
        webhooks.attempted(Webhook.State.DELIVERED);
        webhooks.attempted(Webhook.State.PENDING);
        webhooks.attempted(Webhook.State.GIVEN_UP);
        webhooks.attempted(Webhook.State.GIVEN_UP);

        assertThat(counted("focus.webhooks", "result", "retried")).isEqualTo(3);
        assertThat(counted("focus.webhooks", "result", "delivered")).isEqualTo(1);
        assertThat(counted("focus.webhooks", "result", "given-up")).isEqualTo(2);
    }

    @Test
    void threadsThatEncodeBlocksThatWaitAndRows() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        // Two threads, and four blocks in flight.
        try (Streams streams = Sources.streams()) {
            new MicrometerEncoders(registry, streams);
            assertThat(shown("focus.encoder.threads")).isEqualTo(2);
            assertThat(shown("focus.encoder.active") + shown("focus.encoder.queued")).isZero();

            CountDownLatch over = new CountDownLatch(1);
            streams.of(new Waiting(goOn)).subscribe().with(Streams::recycle, failure -> over.countDown(),
                    over::countDown);

            await().atMost(TIMEOUT).untilAsserted(() -> {
                assertThat(shown("focus.encoder.active")).isEqualTo(2);
                assertThat(shown("focus.encoder.queued")).isEqualTo(2);
            });
            assertThat(registry.get("focus.rows.generated").functionCounter().count()).isZero();
            goOn.countDown();
            over.await();
            await().atMost(TIMEOUT).until(() -> shown("focus.encoder.active") == 0);
            assertThat(registry.get("focus.rows.generated").functionCounter().count())
                    .isEqualTo(Waiting.BLOCKS * ROWS_OF_A_BLOCK);
        }
    }

    /** Blocks that are not encoded before somebody says so. */
    private static final class Waiting extends TestBlocks {

        static final int BLOCKS = 6;

        private final CountDownLatch goOn;

        Waiting(CountDownLatch goOn) {
            super(BLOCKS, block -> ROWS_OF_A_BLOCK);
            this.goOn = goOn;
        }

        @Override
        public long rowsOf(long block) {
            return ROWS_OF_A_BLOCK;
        }

        @Override
        protected void beforeRow(long block, int row) {
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Test
    void bytesOnDiskAndHowManyThereMayBe(@TempDir Path dir) throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Streams streams = Sources.streams()) {
            DiskSink disk = new DiskSink(new DiskSettings(dir.resolve("files"), 5_000_000, Duration.ofDays(7)), streams,
                    worker);
            new MicrometerDisk(registry, disk);
            StagedFile file = disk.open(new FileTarget("bill.csv", "text/csv"), null).await().atMost(TIMEOUT);
            file.write(Sources.megabytes(2)).collect().last().await().atMost(TIMEOUT);

            assertThat(shown("focus.disk.used.bytes")).isEqualTo(2_000_000);
            assertThat(shown("focus.disk.quota.bytes")).isEqualTo(5_000_000);
        } finally {
            worker.shutdownNow();
        }
    }
}
