package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.job.disk.DiskJobStore;
import io.focusgen.sink.Sources;
import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/** State and files of jobs share a disk that is full. */
@Tag("mount")
class FullDiskTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JobSettings SETTINGS = new JobSettings(10, 1, Duration.ofDays(7), Duration.ofMillis(900), 10);
    private static final SlowPlan.Hook AT_ONCE = (file, block) -> {
    };
    /** Of 10,000 bytes each: more than the disk holds. */
    private static final int TOO_MANY = 600;

    @TempDir
    private Path dir;

    private final Streams streams = Sources.streams();
    private final ExecutorService worker = Executors.newFixedThreadPool(4);
    private final List<JobRunner> runners = new CopyOnWriteArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private TinyDisk disk;
    private DiskJobStore store;

    @BeforeEach
    void open() throws Exception {
        disk = TinyDisk.mount(data(), 4);
        store = get(DiskJobStore.open(data().resolve("jobs"), SETTINGS));
    }

    @AfterEach
    void close() throws Exception {
        goOn.countDown();
        runners.forEach(runner -> get(runner.stop()));
        streams.close();
        worker.shutdownNow();
        if (disk != null) {
            store.close();
            disk.close();
        }
    }

    private Path data() {
        return dir.resolve("data");
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(TIMEOUT);
    }

    private JobRunner runner(JobPlan plan) {
        DiskSink sink = new DiskSink(new DiskSettings(data().resolve("files"), 1 << 30, Duration.ofDays(7)), streams,
                worker);
        JobRunner runner = new JobRunner(store, order -> sink, order -> plan, worker, SETTINGS, job -> {
        });
        runners.add(runner);
        runner.start();
        return runner;
    }

    private void stopped(JobRunner runner) {
        get(runner.stop());
        runners.remove(runner);
    }

    private static Job job() {
        return Job.queued("me", new JobOrder("rows=1", "a".repeat(64), "disk", GeneratorVersion.CURRENT, 100, 0),
                Instant.now(), null);
    }

    private Job added() {
        return get(store.add(job(), null)).job();
    }

    private Job atItsEnd(Job job) {
        return await().atMost(TIMEOUT).until(() -> get(store.find(job.id())).orElseThrow(),
                found -> found.status().ended());
    }

    @Test
    void aJobThatFillsTheDiskFailsWithoutFilesAndTheNextIsMade() {
        JobRunner first = runner(new SlowPlan(3, TOO_MANY / 3, AT_ONCE));

        Job failed = atItsEnd(added());

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.failure()).contains("the disk is full", "Delete jobs that are not needed any more");
        assertThat(data().resolve("files").resolve(failed.id())).doesNotExist();
        stopped(first);
        runner(new SlowPlan(1, 5, AT_ONCE));
        assertThat(atItsEnd(added()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    /** A job in the middle of its second file. */
    private Job halfWay() throws InterruptedException {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        runner(new SlowPlan(2, 100, (file, block) -> {
            if (file == 1 && block > 20) {
                middle.countDown();
                goOn.await();
            }
        }));
        middle.await();
        return job;
    }

    @Test
    void aJobIsCancelledOnAFullDisk() throws Exception {
        Job job = halfWay();
        // What the job has just written anew may have given a page back.
        await().untilAsserted(() -> {
            disk.fill();
            assertThatThrownBy(() -> get(store.add(job(), null))).isInstanceOf(JobStoreFullException.class)
                    .hasMessageContaining("full");
        });
        assertThatThrownBy(() -> get(store.counts())).isInstanceOf(JobStoreFullException.class);

        assertThat(get(store.cancel(job.id(), Instant.now())).orElseThrow().cancelWanted()).isTrue();

        assertThat(atItsEnd(job).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(data().resolve("files").resolve(job.id())).doesNotExist();
        assertThat(get(store.counts()).get(JobStatus.CANCELLED)).isEqualTo(1);
    }

    @Test
    void afterARestartOnAFullDiskWithNothingInReserveTheJobFailsWithoutFiles() throws Exception {
        Job job = halfWay();
        stopped(runners.get(0));
        goOn.countDown();
        store.close();
        Files.delete(data().resolve("jobs").resolve("reserve"));
        disk.fill();
        store = get(DiskJobStore.open(data().resolve("jobs"), SETTINGS));
        assertThat(get(store.find(job.id())).orElseThrow().progress().files()).hasSize(1);

        runner(new SlowPlan(2, 100, AT_ONCE));

        Job failed = atItsEnd(job);
        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.failure()).contains("the disk is full");
        assertThat(data().resolve("files").resolve(job.id())).doesNotExist();
        assertThat(data().resolve("jobs").resolve("reserve")).as("taken again").hasSize(64 << 10);
    }
}
