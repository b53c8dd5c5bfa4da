package io.focusgen.job.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.job.Added;
import io.focusgen.job.Job;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStatus;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.Lease;
import io.focusgen.job.LentJob;
import io.focusgen.job.Standing;
import io.focusgen.sink.Checkpoint;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.FaultProxy.Direction;
import io.focusgen.testing.RedisFault;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;

/** What becomes of jobs when Redis, or the way to it, breaks. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class RedisFaultsTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofMillis(500);
    private static final JobSettings SETTINGS = new JobSettings(100, 1, Duration.ofDays(7), LEASE, 10);

    RedisServer redis;

    FaultProxy proxy;

    @Inject
    RedisScripts scripts;

    @Inject
    Vertx vertx;

    private RedisJobStore store;
    private Redis direct;

    /** Of another process, whose way to Redis does not break. */
    private RedisJobStore other;

    @BeforeEach
    void open() {
        redis.flush();
        store = new RedisJobStore(scripts, SETTINGS);
        answersAgain();
        Redis client = Redis.createClient(vertx, redis.url());
        direct = client;
        other = new RedisJobStore(new RedisScripts(() -> client, RedisScripts.PREFIX), SETTINGS);
    }

    @AfterEach
    void back() {
        direct.close();
        proxy.forward();
        answersAgain();
    }

    private void answersAgain() {
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions()
                .until(() -> get(store.counts()).size() == 5 && get(store.claimUnwanted()).isEmpty());
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private static Job job() {
        return Job.queued("me", new JobOrder("rows=1", "a".repeat(64), "s3", "1", 1, 1), Instant.now(), null);
    }

    private LentJob running() {
        get(store.add(job(), null));
        return get(store.claim()).orElseThrow();
    }

    private static Job at(LentJob lent, long block) {
        return lent.job().with(JobProgress.NONE.at(new Checkpoint(block, block * 100, "x", ""), block));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"OUT_OF_MEMORY", "READ_ONLY"})
    void nobodyWaitsLongAndWhatWasStoredIsThereAgain(RedisFault how) {
        LentJob lent = running();
        Job stored = at(lent, 1);
        assertThat(get(store.save(lent.lease(), stored))).isEqualTo(Standing.OURS);
        how.inject(redis, proxy);

        for (Supplier<Uni<?>> call : List.<Supplier<Uni<?>>>of(() -> store.add(job(), null),
                () -> store.find(stored.id()), () -> store.list("me", 10), store::claim, store::claimUnwanted,
                () -> store.save(lent.lease(), at(lent, 2)), () -> store.renew(lent.lease()),
                () -> store.giveBack(lent.lease()), () -> store.cancel(stored.id(), Instant.now()),
                () -> store.remove(stored.id()), store::counts, () -> store.owing(Instant.now(), 10))) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> get(call.get())).isInstanceOf(JobsUnavailableException.class)
                    .hasMessage("Jobs are kept in Redis, which does not answer now. Try again in some seconds.");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
        }
        how.mend(redis, proxy);
        answersAgain();

        Optional<Job> now = get(store.find(stored.id()));
        if (how == RedisFault.KILLED) {
            assertThat(now).isEmpty();
            assertThat(get(store.save(lent.lease(), stored))).isEqualTo(Standing.GONE);
            assertThat(get(store.counts())).allSatisfy((status, count) -> assertThat(count).isZero());
        } else {
            assertThat(now.orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
            assertThat(now.orElseThrow().progress().checkpoint()).isIn(stored.progress().checkpoint(),
                    at(lent, 2).progress().checkpoint());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OUT_OF_MEMORY", "READ_ONLY"})
    void whatCannotBeStoredIsSaidAndWhatWasStoredIsReadMeanwhile(RedisFault how) {
        LentJob lent = running();
        Job stored = at(lent, 1);
        assertThat(get(store.save(lent.lease(), stored))).isEqualTo(Standing.OURS);
        Job waiting = job();
        get(store.add(waiting, "key"));
        Map<JobStatus, Long> counts = get(store.counts());
        how.inject(redis, proxy);
        try {
            List<Supplier<Uni<?>>> writes = new ArrayList<>(List.of(() -> store.add(job(), null),
                    () -> store.save(lent.lease(), at(lent, 2))));
            if (how == RedisFault.READ_ONLY) {
                writes.addAll(List.of(store::claim, () -> store.cancel(waiting.id(), Instant.now())));
            }
            for (Supplier<Uni<?>> call : writes) {
                long start = System.nanoTime();
                assertThatThrownBy(() -> get(call.get())).isInstanceOf(JobsUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
            }
            await().atMost(Duration.ofSeconds(5)).ignoreExceptions()
                    .untilAsserted(() -> assertThat(get(store.find(stored.id()))).contains(stored));
            assertThat(get(store.list("me", 10))).containsExactlyInAnyOrder(stored, waiting);
            assertThat(get(store.counts())).isEqualTo(counts);
            if (how == RedisFault.OUT_OF_MEMORY) {
                // What begins with taking something away is done, and done to its end.
                assertThat(get(store.cancel(waiting.id(), Instant.now())).orElseThrow().status())
                        .isEqualTo(JobStatus.CANCELLED);
            }
        } finally {
            how.mend(redis, proxy);
        }
        answersAgain();

        assertThat(get(store.counts())).as("nothing by half").isEqualTo(how == RedisFault.READ_ONLY
                ? counts
                : Map.of(JobStatus.QUEUED, 0L, JobStatus.RUNNING, 1L, JobStatus.COMPLETED, 0L, JobStatus.FAILED, 0L,
                        JobStatus.CANCELLED, 1L));
        LentJob mine = await().atMost(Duration.ofSeconds(5)).until(() -> get(store.claim()), Optional::isPresent)
                .orElseThrow();
        assertThat(get(store.save(mine.lease(), mine.job().completed(Instant.now())))).isEqualTo(Standing.OURS);
    }

    @Test
    void aRedisThatForgotEverythingHasNoJobsAndNobodysLease() {
        LentJob lent = running();
        redis.flush();

        assertThat(get(store.renew(lent.lease()))).isEqualTo(Standing.GONE);
        assertThat(get(store.save(lent.lease(), lent.job().completed(Instant.now())))).isEqualTo(Standing.GONE);
        assertThat(get(store.find(lent.job().id()))).isEmpty();
        assertThat(get(store.list("me", 10))).isEmpty();
        assertThat(get(store.cancel(lent.job().id(), Instant.now()))).isEmpty();
        get(store.giveBack(lent.lease()));
        get(store.remove(lent.job().id()));
        assertThat(redis.command("DBSIZE")).containsExactly(":0");
        assertThat(get(store.add(job(), null)).outcome()).isEqualTo(Added.Outcome.NEW);
    }

    @Test
    void aDelayIsNoFailure() {
        proxy.delay(Direction.TO_SERVER, Duration.ofMillis(100));
        proxy.delay(Direction.TO_CLIENT, Duration.ofMillis(100));
        LentJob lent = running();
        assertThat(get(store.renew(lent.lease()))).isEqualTo(Standing.OURS);
    }

    @Test
    void anAnswerThatIsLostDoesNotDoubleAJob() {
        Job job = job();
        get(store.counts());
        proxy.resetAfter(Direction.TO_CLIENT, 0);
        assertThat(get(store.add(job, "key")).outcome()).isEqualTo(Added.Outcome.NEW);

        assertThat(get(other.list("me", 10))).containsExactly(job);
        LentJob lent = get(store.claim()).orElseThrow();
        Job whole = lent.job().completed(Instant.now());
        proxy.resetAfter(Direction.TO_CLIENT, 0);
        assertThat(get(store.save(lent.lease(), whole))).isEqualTo(Standing.OURS);
        assertThat(get(other.find(job.id()))).contains(whole);
        assertThat(get(other.counts())).containsEntry(JobStatus.COMPLETED, 1L).containsEntry(JobStatus.RUNNING, 0L);
    }

    @Test
    void aJobWhoseClaimWasLostOnTheWayIsFoundAfterTheLease() {
        Job job = job();
        get(store.add(job, null));
        get(store.claimUnwanted());
        proxy.resetAfter(Direction.TO_CLIENT, 0);
        assertThatThrownBy(() -> get(store.claim())).isInstanceOf(JobsUnavailableException.class);

        assertThat(get(other.claim())).isEmpty();
        LentJob lent = await().atMost(Duration.ofSeconds(5)).until(() -> get(other.claim()), Optional::isPresent)
                .orElseThrow();
        assertThat(lent.job().id()).isEqualTo(job.id());
        assertThat(lent.lease().token()).isEqualTo(2);
    }

    @Test
    void whoIsCutOffLosesItsJobToAnotherProcessAndCannotWriteAfterwards() {
        LentJob lost = running();
        get(store.save(lost.lease(), at(lost, 1)));
        proxy.freeze();
        assertThatThrownBy(() -> get(store.save(lost.lease(), at(lost, 2))))
                .isInstanceOf(JobsUnavailableException.class);

        LentJob taken = await().atMost(Duration.ofSeconds(5)).until(() -> get(other.claim()), Optional::isPresent)
                .orElseThrow();
        assertThat(taken.job()).isEqualTo(at(lost, 1));
        Job further = at(taken, 7);
        assertThat(get(other.save(taken.lease(), further))).isEqualTo(Standing.OURS);
        // What was held back on the way comes now, and must not count.
        proxy.forward();
        answersAgain();

        assertThat(get(store.save(lost.lease(), at(lost, 3)))).isEqualTo(Standing.LOST);
        assertThat(get(store.renew(lost.lease()))).isEqualTo(Standing.LOST);
        assertThat(get(store.find(taken.job().id()))).contains(further);
    }

    @Test
    void amongBrokenConnectionsEachJobIsCompletedOnceByWhoHasIt() throws InterruptedException {
        int jobs = 24;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            Job job = job();
            get(store.add(job, null));
            ids.add(job.id());
        }
        Map<String, AtomicInteger> completed = new ConcurrentHashMap<>();
        AtomicInteger broken = new AtomicInteger();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RedisJobStore mine = i == 0 ? other : new RedisJobStore(scripts, SETTINGS);
            Thread worker = new Thread(() -> work(mine, completed, jobs, broken));
            worker.start();
            workers.add(worker);
        }
        for (int i = 0; i < 400 && workers.stream().anyMatch(Thread::isAlive); i++) {
            Thread.sleep(i < 200 ? 7 : 50);
            proxy.resetAll();
        }
        for (Thread worker : workers) {
            worker.join(60_000);
            assertThat(worker.isAlive()).isFalse();
        }

        assertThat(completed.keySet()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(completed.values()).allMatch(times -> times.get() == 1);
        assertThat(get(other.counts())).containsEntry(JobStatus.COMPLETED, (long) jobs)
                .containsEntry(JobStatus.RUNNING, 0L).containsEntry(JobStatus.QUEUED, 0L);
        assertThat(broken).hasPositiveValue();
    }

    /** Takes jobs and brings them to their end in three steps, as long as some are left. */
    private static void work(RedisJobStore store, Map<String, AtomicInteger> completed,
            int jobs, AtomicInteger broken) {
        long end = System.nanoTime() + Duration.ofSeconds(50).toNanos();
        while (completed.size() < jobs && System.nanoTime() < end) {
            try {
                Optional<LentJob> lent = get(store.claim());
                if (lent.isEmpty()) {
                    Thread.sleep(20);
                    continue;
                }
                LentJob job = lent.get();
                if (get(store.save(job.lease(), at(job, 1))) != Standing.OURS) {
                    continue;
                }
                Thread.sleep(30);
                if (untilAnswered(store, job.lease(), job.job().completed(Instant.now()), broken) == Standing.OURS) {
                    completed.computeIfAbsent(job.job().id(), id -> new AtomicInteger()).incrementAndGet();
                }
            } catch (JobsUnavailableException e) {
                // As a worker does: the job is found again once the lease has ended.
                broken.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Says the end again as long as no answer comes back: it may be stored already, and nobody else would find the job. */
    private static Standing untilAnswered(RedisJobStore store, Lease lease, Job ended, AtomicInteger broken) {
        while (true) {
            try {
                return get(store.save(lease, ended));
            } catch (JobsUnavailableException e) {
                broken.incrementAndGet();
            }
        }
    }
}
