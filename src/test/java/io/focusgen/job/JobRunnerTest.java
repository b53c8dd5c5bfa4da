package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.job.disk.DiskJobStore;
import io.focusgen.sink.Sink;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.Sources;
import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

class JobRunnerTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMillis(900);
    private static final JobSettings SETTINGS = new JobSettings(10, 1, Duration.ofDays(7), LEASE, 10);
    private static final SlowPlan.Hook AT_ONCE = (file, block) -> {
    };

    @TempDir
    private Path dir;

    private final Streams streams = Sources.streams();
    private final ExecutorService worker = Executors.newFixedThreadPool(4);
    private final List<JobRunner> runners = new CopyOnWriteArrayList<>();
    private final List<Job> ended = new CopyOnWriteArrayList<>();
    private DiskJobStore store;
    private DiskSink sink;

    @BeforeEach
    void open() {
        store = get(DiskJobStore.open(dir.resolve("jobs"), SETTINGS));
        sink = new DiskSink(new DiskSettings(dir.resolve("files"), 1 << 30, Duration.ofDays(7)), streams, worker);
    }

    @AfterEach
    void close() throws IOException {
        runners.forEach(runner -> get(runner.stop()));
        store.close();
        streams.close();
        worker.shutdownNow();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(TIMEOUT);
    }

    private JobRunner runner(JobStore jobs, JobPlan plan) {
        return runner(jobs, order -> sink, order -> plan);
    }

    private JobRunner runner(JobStore jobs, Function<JobOrder, Sink> sinks, JobPlanner planner) {
        JobRunner runner = new JobRunner(jobs, sinks, planner, worker, SETTINGS, ended::add);
        runners.add(runner);
        runner.start();
        return runner;
    }

    private Job added() {
        return added(GeneratorVersion.CURRENT);
    }

    private Job added(String generator) {
        Job job = Job.queued("me", new JobOrder("rows=1", "a".repeat(64), "disk", generator, 100, 1), Instant.now(),
                null);
        get(store.add(job, null));
        return job;
    }

    private Job now(Job job) {
        return get(store.find(job.id())).orElseThrow();
    }

    private Job atItsEnd(Job job) {
        return await().atMost(TIMEOUT).until(() -> now(job), found -> found.status().ended());
    }

    /** What is on the disk of it, by name, whole or not. */
    private Map<String, String> files(Job job) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path folder = dir.resolve("files").resolve(job.id());
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Sources.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    private static Map<String, String> told(Job job) {
        Map<String, String> files = new TreeMap<>();
        job.progress().files().forEach(file -> files.put(file.name(), file.sha256()));
        return files;
    }

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
    void whereverAProcessIsCutOffTheNextGoesOnToTheSameFiles() throws IOException {
        cutOffEverywhere(false);
    }

    @Test
    void whatIsGoneWhenAJobIsGoneOnWithIsWrittenAgain() throws IOException {
        cutOffEverywhere(true);
    }

    private void cutOffEverywhere(boolean removing) throws IOException {
        SlowPlan plan = new SlowPlan(2, 5, AT_ONCE);
        JobRunner first = runner(store, plan);
        Map<String, String> undisturbed = files(atItsEnd(added()));
        get(first.stop());

        for (int saves = 0;; saves++) {
            BreakableStore cutOff = new BreakableStore(store, saves);
            Job job = added();
            JobRunner dying = runner(cutOff, plan);
            await().atMost(TIMEOUT).until(() -> cutOff.isCut() || now(job).status().ended());
            if (now(job).status().ended()) {
                assertThat(saves).as("moments at which it was cut off").isGreaterThanOrEqualTo(4);
                return;
            }
            assertThat(files(job).keySet()).as("what is told is there").containsAll(told(now(job)).keySet());
            if (removing) {
                get(dying.stop());
                get(sink.remove(job.id()));
                assertThat(files(job)).isEmpty();
            }
            JobRunner next = runner(store, plan);

            Job whole = atItsEnd(job);

            assertThat(whole.status()).as("cut off before save %d", saves).isEqualTo(JobStatus.COMPLETED);
            assertThat(files(job)).isEqualTo(undisturbed).isEqualTo(told(whole));
            get(next.stop());
            get(dying.stop());
        }
    }

    @Test
    void aFileThatIsRemovedWhileTheJobWaitsIsWrittenAgainAndTheOthersAreLeft() throws Exception {
        CountDownLatch middle = new CountDownLatch(1);
        Job job = added();
        JobRunner first = runner(store, new SlowPlan(3, 300, (file, block) -> {
            if (file == 2) {
                Thread.sleep(5);
            }
            if (file == 2 && block > 20) {
                middle.countDown();
            }
        }));
        middle.await();
        get(first.stop());
        Map<String, String> before = told(now(job));
        Path folder = dir.resolve("files").resolve(job.id());
        FileTime left = Files.getLastModifiedTime(folder.resolve("part/1.csv"));
        Files.delete(folder.resolve("part/0.csv"));

        runner(store, new SlowPlan(3, 300, AT_ONCE));
        Job whole = atItsEnd(job);

        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(files(job)).isEqualTo(told(whole)).hasSize(4).containsAllEntriesOf(before);
        assertThat(whole.progress().bytes())
                .isEqualTo(whole.progress().files().stream().mapToLong(JobFile::bytes).sum());
        assertThat(Files.getLastModifiedTime(folder.resolve("part/1.csv"))).isEqualTo(left);
    }

    @Test
    void aFileThatIsRemovedOrCutShortWhileTheJobIsWrittenIsWrittenAgain() throws IOException {
        AtomicBoolean once = new AtomicBoolean(true);
        Job job = added();
        Path folder = dir.resolve("files").resolve(job.id());
        runner(store, new SlowPlan(3, 5, (file, block) -> {
            if (file == 2 && once.getAndSet(false)) {
                changed(() -> {
                    Files.delete(folder.resolve("part/0.csv"));
                    Files.writeString(folder.resolve("part/1.csv"), "short");
                });
            }
        }));

        Job whole = atItsEnd(job);

        assertThat(once).isFalse();
        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(files(job)).isEqualTo(told(whole)).hasSize(4);
    }

    @Test
    void whereFilesAreRemovedAsOftenAsTheyAreWrittenTheJobFails() throws IOException {
        Job job = added();
        Path gone = dir.resolve("files").resolve(job.id()).resolve("part/0.csv");
        runner(store, order -> new ForgetfulSink(sink, job.id() + "/part/0.csv"),
                order -> new SlowPlan(2, 5, AT_ONCE));

        Job failed = atItsEnd(job);

        assertThat(failed.status()).isEqualTo(JobStatus.FAILED);
        assertThat(failed.failure()).startsWith("Files of the job are removed by somebody else");
        assertThat(failed.progress().files()).isEmpty();
        assertThat(gone).doesNotExist();
        assertThat(files(job)).isEmpty();
    }

    /** Something that is done to files. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private static void changed(Change change) {
        try {
            change.make();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
