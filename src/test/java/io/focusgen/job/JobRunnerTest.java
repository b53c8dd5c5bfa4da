package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;
import io.focusgen.spec.GeneratorVersion;

class JobRunnerTest extends RunnersUnderTest {

    @Test
    void aJobIsWrittenAndSaysWhatItWrote() throws IOException {
        runner(store, new SlowPlan(3, 5, AT_ONCE));
        Job job = atItsEnd(added());

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.progress().files()).extracting(JobFile::name).containsExactly("part/0.csv", "part/1.csv",
                "part/2.csv", "manifest.json");
        assertThat(files(job)).isEqualTo(told(job)).hasSize(4);
        assertThat(job.progress().rows()).isEqualTo(150);
        assertThat(job.progress().bytes())
                .isEqualTo(job.progress().files().stream().mapToLong(JobFile::bytes).sum());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(ended).containsExactly(job));
    }

    @Test
    void timeInWhichNobodyWorksAtAJobDoesNotCount() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        JobRunner first = runner(store, new SlowPlan(2, 300, (file, block) -> {
            Thread.sleep(2);
            if (file == 1 && block > 20) {
                middle.countDown();
            }
        }));
        middle.await();
        get(first.stop());
        long before = now(job).progress().worked();
        assertThat(before).isGreaterThanOrEqualTo(300);

        Thread.sleep(2_000);
        runner(store, new SlowPlan(2, 300, AT_ONCE));
        Job whole = atItsEnd(job);

        long all = Duration.between(whole.times().started(), whole.times().ended()).toMillis();
        assertThat(whole.progress().worked()).isBetween(before, all - 2_000);
    }

    @Test
    void aProcessThatIsCutOffInAFileStopsBeforeItsLeaseEndsAndTheNextGoesOnAtTheCheckpoint() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        BreakableStore cutOff = new BreakableStore(store, Integer.MAX_VALUE);
        Job job = added();
        runner(cutOff, new SlowPlan(1, 600, (file, block) -> {
            Thread.sleep(10);
            if (block > 250) {
                middle.countDown();
            }
        }));
        middle.await();
        await().atMost(TIMEOUT).until(() -> now(job).progress().checkpoint() != null);
        cutOff.cut();
        long from = now(job).progress().bytes();
        AtomicBoolean anew = new AtomicBoolean(true);
        List<Long> progress = new CopyOnWriteArrayList<>();
        runner(store, order -> sink, order -> {
            anew.set(false);
            return new SlowPlan(1, 600, AT_ONCE);
        });

        Job whole = await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> {
            Job found = now(job);
            progress.add(found.progress().bytes());
            return found;
        }, found -> found.status().ended());

        assertThat(from).isPositive();
        assertThat(anew).isFalse();
        assertThat(progress).isSorted().allMatch(bytes -> bytes >= from);
        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(whole.progress().files().get(0).bytes()).isEqualTo(6_000_000);
        assertThat(files(job)).isEqualTo(told(whole));
    }

    @Test
    void aShutdownStoresHowFarItIsAndGivesTheJobBack() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        JobRunner first = runner(store, new SlowPlan(2, 300, (file, block) -> {
            Thread.sleep(5);
            if (file == 1 && block > 20) {
                middle.countDown();
            }
        }));
        middle.await();

        get(first.stop());

        Job left = now(job);
        assertThat(left.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(left.progress().files()).hasSize(1);
        assertThat(get(store.claim()).orElseThrow().job()).isEqualTo(left);
    }

    @Test
    void aCancelStopsTheWorkWithinASecondAndLeavesNothing() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        runner(store, new SlowPlan(2, 100_000, (file, block) -> {
            Thread.sleep(1);
            if (block > 100) {
                middle.countDown();
            }
        }));
        middle.await();
        long asked = System.nanoTime();

        get(store.cancel(job.id(), Instant.now()));
        Job cancelled = atItsEnd(job);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.progress()).isEqualTo(JobProgress.NONE);
        await().during(Duration.ofMillis(300)).atMost(TIMEOUT).until(() -> files(job).isEmpty());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(ended).containsExactly(cancelled));
    }

    @Test
    void whatNobodyWantsAnyMoreIsClearedAwayWhoeverLeftIt() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        JobRunner first = runner(store, new SlowPlan(2, 300, (file, block) -> {
            Thread.sleep(5);
            if (file == 1 && block > 20) {
                middle.countDown();
            }
        }));
        middle.await();
        get(first.stop());
        get(store.cancel(job.id(), Instant.now()));
        assertThat(files(job)).isNotEmpty();

        runner(store, new SlowPlan(2, 300, AT_ONCE));

        assertThat(atItsEnd(job).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(files(job)).isEmpty();
    }

    @Test
    void aFailureLeavesNoFilesAndSaysWhyWithoutAStackTrace() throws IOException {
        runner(store, new SlowPlan(2, 50, (file, block) -> {
            if (file == 1 && block == 30) {
                throw new IllegalStateException("secret /path");
            }
        }));

        Job job = atItsEnd(added());

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.failure()).contains("Ask for it again").doesNotContain("secret", "Exception", "/path");
        assertThat(job.progress()).isEqualTo(JobProgress.NONE);
        assertThat(files(job)).isEmpty();
    }

    @Test
    void aFullDiskIsSaid() throws IOException {
        DiskSink small = new DiskSink(new DiskSettings(dir.resolve("files"), 1 << 20, Duration.ofDays(7)), streams,
                worker);
        runner(store, order -> small, order -> new SlowPlan(2, 80, AT_ONCE));

        Job job = atItsEnd(added());

        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.failure()).contains("Delete jobs that are not needed any more");
        assertThat(files(job)).isEmpty();
    }

    @Test
    void whatCannotBeRemovedIsSaid() {
        runner(store, order -> {
            throw new SinkException(SinkException.Kind.UNAVAILABLE, "The bucket does not answer.", null);
        }, order -> new SlowPlan(1, 1, AT_ONCE));

        Job job = atItsEnd(added());

        assertThat(job.failure()).startsWith("The bucket does not answer. Ask again")
                .contains("some may be left in the folder " + job.id());
    }

    @Test
    void aCancelWhileTheTargetIsOutOfReachEndsAsCancelledAndTheFilesAreRemovedLater() throws Exception {
        AtomicBoolean reachable = new AtomicBoolean(true);
        CountDownLatch middle = new CountDownLatch(1);
        JobRunner runner = new JobRunner(store, order -> {
            if (!reachable.get()) {
                throw new SinkException(SinkException.Kind.UNAVAILABLE, "The bucket does not answer.", null);
            }
            return sink;
        }, order -> new SlowPlan(1, 100_000, (file, block) -> {
            Thread.sleep(1);
            if (block > 100) {
                middle.countDown();
            }
        }), worker, SETTINGS, ended::add, Duration.ofMillis(100));
        runners.add(runner);
        runner.start();
        Job job = added();
        middle.await();
        reachable.set(false);

        get(store.cancel(job.id(), Instant.now()));
        Job cancelled = atItsEnd(job);

        assertThat(cancelled.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(cancelled.failure()).startsWith("Its files could not be removed").doesNotContain("cancelled");
        assertThat(files(job)).isNotEmpty();
        reachable.set(true);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(files(job)).isEmpty());
    }

    /** As a build may that cuts files into other blocks, though it has the same version. */
    @Test
    void aFileWhoseBlocksAreOthersNowBeginsAnew() throws Exception {
        Job begun = added();
        LentJob lent = get(store.claim()).orElseThrow();
        Path part = dir.resolve("files").resolve(begun.id()).resolve("part/.0.csv.part");
        Files.createDirectories(part.getParent());
        Files.write(part, new byte[7]);
        get(store.save(lent.lease(), lent.job().with(JobProgress.NONE.at(new Checkpoint(1, 7, "", ""), 1))));
        get(store.giveBack(lent.lease()));

        runner(store, new SlowPlan(1, 3, AT_ONCE));
        Job job = atItsEnd(begun);

        assertThat(job.status()).as(job.failure()).isEqualTo(JobStatus.COMPLETED);
        assertThat(files(job)).isEqualTo(told(job));
    }

    @Test
    void whatAnotherVersionBeganBeginsAnew() throws IOException {
        Job old = added("0.0.1");
        Path stale = dir.resolve("files").resolve(old.id()).resolve("part/9.csv");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "of another version");

        runner(store, new SlowPlan(1, 3, AT_ONCE));
        Job job = atItsEnd(old);

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(job.order().generator()).isEqualTo(GeneratorVersion.CURRENT);
        assertThat(files(job)).isEqualTo(told(job)).doesNotContainKey("part/9.csv");
    }

    @Test
    void onlySoManyRunAtOnce() throws Exception {
        AtomicBoolean open = new AtomicBoolean();
        Job first = added();
        Job second = added();
        runner(store, new SlowPlan(1, 2, (file, block) -> {
            while (!open.get()) {
                Thread.sleep(5);
            }
        }));

        await().atMost(TIMEOUT).until(() -> now(first).status() == JobStatus.RUNNING);
        Thread.sleep(1_500);
        assertThat(now(second).status()).isEqualTo(JobStatus.QUEUED);
        open.set(true);

        assertThat(atItsEnd(first).status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(atItsEnd(second).status()).isEqualTo(JobStatus.COMPLETED);
    }
}
