package io.focusgen.job;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.focusgen.job.disk.DiskJobStore;
import io.focusgen.sink.Sink;
import io.focusgen.sink.Sources;
import io.focusgen.sink.disk.DiskSettings;
import io.focusgen.sink.disk.DiskSink;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.Uni;

/** Runners on a store and files in a folder of their own. */
abstract class RunnersUnderTest {

    static final Duration TIMEOUT = Duration.ofSeconds(20);
    static final Duration LEASE = Duration.ofMillis(900);
    static final JobSettings SETTINGS = new JobSettings(10, 1, Duration.ofDays(7), LEASE, 10);
    static final SlowPlan.Hook AT_ONCE = (file, block) -> {
    };

    @TempDir
    Path dir;

    final Streams streams = Sources.streams();
    final ExecutorService worker = Executors.newFixedThreadPool(4);
    final List<JobRunner> runners = new CopyOnWriteArrayList<>();
    final List<Job> ended = new CopyOnWriteArrayList<>();
    DiskJobStore store;
    DiskSink sink;

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

    static <T> T get(Uni<T> uni) {
        return uni.await().atMost(TIMEOUT);
    }

    JobRunner runner(JobStore jobs, JobPlan plan) {
        return runner(jobs, order -> sink, order -> plan);
    }

    JobRunner runner(JobStore jobs, Function<JobOrder, Sink> sinks, JobPlanner planner) {
        JobRunner runner = new JobRunner(jobs, sinks, planner, worker, SETTINGS, ended::add);
        runners.add(runner);
        runner.start();
        return runner;
    }

    Job added() {
        return added(GeneratorVersion.CURRENT);
    }

    Job added(String generator) {
        Job job = Job.queued("me", new JobOrder("rows=1", "a".repeat(64), "disk", generator, 100, 1), Instant.now(),
                null);
        get(store.add(job, null));
        return job;
    }

    Job now(Job job) {
        return get(store.find(job.id())).orElseThrow();
    }

    Job atItsEnd(Job job) {
        return await().atMost(TIMEOUT).until(() -> now(job), found -> found.status().ended());
    }

    /** What is on the disk of it, by name, whole or not. */
    Map<String, String> files(Job job) throws IOException {
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

    static Map<String, String> told(Job job) {
        Map<String, String> files = new TreeMap<>();
        job.progress().files().forEach(file -> files.put(file.name(), file.sha256()));
        return files;
    }
}
