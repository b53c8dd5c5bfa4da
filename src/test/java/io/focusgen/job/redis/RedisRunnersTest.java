package io.focusgen.job.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.bundle.BundleFile;
import io.focusgen.bundle.BundleReader;
import io.focusgen.bundle.WrittenFile;
import io.focusgen.encode.ByteOutput;
import io.focusgen.job.BundlePlanner;
import io.focusgen.job.Job;
import io.focusgen.job.JobFile;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobPlan;
import io.focusgen.job.JobPlanner;
import io.focusgen.job.JobRunner;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStatus;
import io.focusgen.sink.Sources;
import io.focusgen.sink.s3.S3Access;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.BlockSource;
import io.focusgen.stream.BlockWork;
import io.focusgen.stream.Streams;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.RedisServer;
import io.focusgen.testing.S3Server;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;

/** Two processes' worth of runners on one Redis and one bucket, and real data. */
class RedisRunnersTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final JobSettings SETTINGS = new JobSettings(10, 1, Duration.ofDays(7), LEASE, 10);

    private final RedisServer redis = new RedisServer();
    private final FaultProxy proxy = new FaultProxy(redis.port());
    private final S3Server server = new S3Server();
    private final Vertx vertx = Vertx.vertx();
    private final Streams streams = Sources.streams();
    private final ExecutorService worker = Executors.newFixedThreadPool(6);
    private final S3Access bucket = S3Access.of(URI.create("s3://" + S3Server.BUCKET),
            S3Server.environment(server.port()), streams, worker);
    private final List<JobRunner> runners = new ArrayList<>();
    private final List<Job> ended = new CopyOnWriteArrayList<>();
    private final RedisJobStore store = store(redis.port());

    @AfterEach
    void close() {
        proxy.close();
        for (JobRunner runner : runners) {
            runner.stop().await().atMost(LONG);
        }
        bucket.close();
        streams.close();
        worker.shutdownNow();
        vertx.close().await().atMost(LONG);
        server.close();
        redis.close();
    }

    private RedisJobStore store(int port) {
        Redis client = Redis.createClient(vertx, RedisServer.url(port));
        return new RedisJobStore(new RedisScripts(() -> client, RedisScripts.PREFIX), SETTINGS);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LONG);
    }

    private JobRunner runner(RedisJobStore jobs, JobPlanner planner) {
        JobRunner runner = new JobRunner(jobs, order -> bucket.sink(), planner, worker, SETTINGS, ended::add);
        runners.add(runner);
        runner.start();
        return runner;
    }

    private Job added() {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        raw.put("rows", List.of("25000"));
        raw.put("months", List.of("2"));
        raw.put("month", List.of("2026-01"));
        raw.put("granularity", List.of("hourly"));
        String canonical = BundleReader.read(raw, new Defaults(YearMonth.of(2026, 1), () -> 1L)).canonical().query();
        Job job = Job.queued("me", new JobOrder(canonical, "a".repeat(64), "s3", GeneratorVersion.CURRENT, 50_000, 1),
                Instant.now(), null);
        get(store.add(job, null));
        return job;
    }

    private Job atItsEnd(Job job) {
        return await().atMost(LONG).until(() -> get(store.find(job.id())).orElseThrow(),
                found -> found.status().ended());
    }

    private static Map<String, String> told(Job job) {
        Map<String, String> files = new TreeMap<>();
        job.progress().files().forEach(file -> files.put(file.name(), file.sha256()));
        return files;
    }

    /** What is in the bucket of it. */
    private Map<String, String> stored(Job job) {
        Map<String, String> files = new TreeMap<>();
        for (String key : server.objects()) {
            if (key.startsWith(job.id() + "/")) {
                files.put(key.substring(job.id().length() + 1), Sources.sha256(server.bytes(key)));
            }
        }
        return files;
    }

    private Map<String, String> undisturbed() {
        JobRunner alone = runner(store, new BundlePlanner());
        Job job = atItsEnd(added());
        get(alone.stop());
        runners.remove(alone);
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stored(job)).isEqualTo(told(job)).containsKey("manifest.json").hasSizeGreaterThan(2);
        return stored(job);
    }

    private void assertWhole(Job job, Map<String, String> undisturbed) {
        Job whole = atItsEnd(job);
        assertThat(whole.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(stored(whole)).isEqualTo(told(whole)).isEqualTo(undisturbed);
        assertThat(whole.progress().files()).extracting(JobFile::name).doesNotHaveDuplicates();
        assertThat(whole.progress().rows()).isEqualTo(50_000);
        await().atMost(LONG).untilAsserted(() -> assertThat(server.uploads()).isEmpty());
        assertThat(ended).filteredOn(one -> one.id().equals(job.id())).hasSize(1);
    }

    @Test
    void whoIsCutOffInTheMiddleIsFollowedByAnotherToTheSameBytes() {
        Map<String, String> undisturbed = undisturbed();
        Job job = added();
        AtomicInteger begunAnew = new AtomicInteger();
        runner(store(proxy.port()), new Disturbed(1, 3, proxy::freeze));
        await().atMost(LONG).until(() -> get(store.find(job.id())).orElseThrow().progress().files().size() == 1);
        runner(store, new Disturbed(0, 0, begunAnew::incrementAndGet));

        assertWhole(job, undisturbed);
        // The first file was not encoded again.
        assertThat(begunAnew).hasValue(0);
    }

    @Test
    void aRedisThatIsAwayForShortDisturbsNobody() {
        Map<String, String> undisturbed = undisturbed();
        Job job = added();
        runner(store, new Disturbed(1, 2, redis::freeze));
        await().atMost(LONG).until(() -> frozen.getCount() == 0);
        sleep(Duration.ofMillis(700));
        redis.thaw();

        assertWhole(job, undisturbed);
    }

    @Test
    void aRedisThatIsAwayForLongFindsItsJobsTakenUpAgain() {
        Map<String, String> undisturbed = undisturbed();
        Job job = added();
        runner(store, new Disturbed(1, 2, redis::freeze));
        await().atMost(LONG).until(() -> frozen.getCount() == 0);
        sleep(LEASE.plusSeconds(2));
        assertThat(stored(job)).doesNotContainKey("manifest.json");
        redis.thaw();

        assertWhole(job, undisturbed);
    }

    @Test
    void aRedisThatForgetsEverythingLeavesNothingBehind() {
        Job job = added();
        runner(store, new Disturbed(1, 3, redis::flush));
        await().atMost(LONG).until(() -> frozen.getCount() == 0);

        await().atMost(LONG).untilAsserted(() -> {
            assertThat(server.objects()).isEmpty();
            assertThat(server.uploads()).isEmpty();
        });
        assertThat(get(store.find(job.id()))).isEmpty();
        assertThat(ended).isEmpty();
        // And it stays so.
        sleep(Duration.ofSeconds(2));
        assertThat(server.objects()).isEmpty();
        assertThat(server.uploads()).isEmpty();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final CountDownLatch frozen = new CountDownLatch(1);

    /** The real plan; before a block of a file is encoded for the first time, something happens. */
    private final class Disturbed implements JobPlanner {

        private final int file;
        private final long block;
        private final Runnable what;
        private final AtomicBoolean done = new AtomicBoolean();

        Disturbed(int file, long block, Runnable what) {
            this.file = file;
            this.block = block;
            this.what = what;
        }

        @Override
        public JobPlan plan(JobOrder order) {
            JobPlan plan = new BundlePlanner().plan(order);
            return new JobPlan() {
                @Override
                public List<BundleFile> files() {
                    List<BundleFile> files = new ArrayList<>(plan.files());
                    BundleFile plain = files.get(file);
                    files.set(file, new DisturbedFile(plain, Disturbed.this));
                    return files;
                }

                @Override
                public String manifest(List<WrittenFile> written) {
                    return plan.manifest(written);
                }
            };
        }

        void before(long now) {
            if (now == block && done.compareAndSet(false, true)) {
                what.run();
                frozen.countDown();
            }
        }
    }

    private record DisturbedFile(BundleFile plain, Disturbed disturbed) implements BundleFile {

        @Override
        public String name() {
            return plain.name();
        }

        @Override
        public String mediaType() {
            return plain.mediaType();
        }

        @Override
        public boolean isData() {
            return plain.isData();
        }

        @Override
        public OptionalLong rows() {
            return plain.rows();
        }

        @Override
        public String canonicalUrl() {
            return plain.canonicalUrl();
        }

        @Override
        public BlockSource open() {
            BlockSource blocks = plain.open();
            return new BlockSource() {
                @Override
                public long blocks() {
                    return blocks.blocks();
                }

                @Override
                public void encode(long block, ByteOutput out) {
                    disturbed.before(block);
                    // Slow enough that the end does not come before what happens is noticed.
                    sleep(Duration.ofMillis(100));
                    blocks.encode(block, out);
                }

                @Override
                public BlockWork work(long block) {
                    disturbed.before(block);
                    sleep(Duration.ofMillis(100));
                    return blocks.work(block);
                }

                @Override
                public boolean needsOthers(long block) {
                    return blocks.needsOthers(block);
                }

                @Override
                public int mostAtOnce() {
                    return blocks.mostAtOnce();
                }
            };
        }
    }
}
