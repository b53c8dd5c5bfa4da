package io.focusgen.job.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.focusgen.job.Added.Outcome;
import io.focusgen.job.Job;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStatus;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobStoreContract;
import io.focusgen.job.LentJob;
import io.focusgen.job.Standing;
import io.focusgen.sink.Checkpoint;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(RedisResource.class)
class RedisJobStoreTest extends JobStoreContract {

    RedisServer redis;

    @Inject
    RedisScripts scripts;

    private RedisJobStore store;

    @BeforeEach
    void empty() {
        redis.flush();
        store = new RedisJobStore(scripts, SETTINGS);
    }

    @Override
    protected JobStore store() {
        return store;
    }

    @Test
    void allKeysAreOnOneNodeOfACluster() {
        added("me", "key");
        added("{you}", "{key}");
        LentJob lent = claimed();
        get(store.save(lent.lease(), lent.job().completed(lent.job().times().created())));

        assertThat(redis.command("KEYS", "*")).filteredOn(line -> !line.startsWith("*") && !line.startsWith("$"))
                .hasSizeGreaterThan(8).allMatch(name -> name.startsWith("{focus:jobs}:"));
    }

    @Test
    void endedJobsAreForgottenInTimeAndNothingIsLeftOfThem() throws InterruptedException {
        store = new RedisJobStore(scripts, new JobSettings(3, 1, Duration.ofMillis(300), LEASE, 10));
        Job job = added("me", null);
        LentJob lent = claimed();
        get(store.save(lent.lease(), lent.job().completed(job.times().created())));
        assertThat(get(store.find(job.id()))).isPresent();
        Thread.sleep(350);

        assertThat(get(store.find(job.id()))).isEmpty();
        assertThat(get(store.counts())).containsEntry(JobStatus.COMPLETED, 0L);
        assertThat(get(store.claim())).isEmpty();
        assertThat(redis.command("KEYS", "*")).filteredOn(line -> line.startsWith("{")).containsExactly(
                "{focus:jobs}:seq");
    }

    @Test
    void aSaveThatComesLateDoesNotStandAboveALaterOne() {
        Job job = added("me", null);
        LentJob lent = claimed();
        RedisJobStore slow = new RedisJobStore(scripts, SETTINGS);
        Job early = lent.job().with(JobProgress.NONE.at(new Checkpoint(1, 100, "x", ""), 10));
        Job late = lent.job().with(JobProgress.NONE.at(new Checkpoint(2, 200, "x", ""), 20));
        get(store.renew(lent.lease()));
        get(store.save(lent.lease(), late));

        // Numbered from the beginning by another object, as a text that was on its way for long.
        assertThat(get(slow.save(lent.lease(), early))).isEqualTo(Standing.OURS);
        assertThat(get(store.find(job.id()))).contains(late);
    }

    @Test
    void whatIsSentAgainIsDoneOnce() {
        Job job = job("me");
        assertThat(get(store.add(job, "key")).outcome()).isEqualTo(Outcome.NEW);
        assertThat(get(store.add(job, "key")).outcome()).isEqualTo(Outcome.NEW);
        assertThat(get(store.list("me", 10))).hasSize(1);
        LentJob lent = claimed();
        Job whole = lent.job().completed(job.times().created());
        assertThat(get(store.save(lent.lease(), whole))).isEqualTo(Standing.OURS);
        assertThat(get(store.save(lent.lease(), whole))).isEqualTo(Standing.OURS);
        assertThat(get(store.save(lent.lease(), lent.job().failed("Too late.", job.times().created()))))
                .isEqualTo(Standing.LOST);
        assertThat(get(store.find(job.id()))).contains(whole);
    }

    @Test
    void numbersAndTextSurviveAsTheyAre() {
        Job job = Job.queued("ä \"{}\" " + Long.MAX_VALUE, job("x").order(), job("x").times().created(), null);
        get(store.add(job, "\"~ key"));
        LentJob lent = claimed();
        Job further = lent.job()
                .with(JobProgress.NONE.at(new Checkpoint(Long.MAX_VALUE, 1L << 60, "t/+=%\"\\", ""), 9));
        get(store.save(lent.lease(), further));

        assertThat(get(store.find(job.id()))).contains(further);
        assertThat(get(store.list(job.owner(), 5))).containsExactly(further);
    }

    @Test
    void manyStoresOnOneRedisLendEachJobOnce() {
        int jobs = 60;
        JobSettings wide = new JobSettings(jobs, 1, Duration.ofDays(7), Duration.ofSeconds(60), 10);
        List<RedisJobStore> stores = IntStream.range(0, 3).mapToObj(i -> new RedisJobStore(scripts, wide)).toList();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            Job job = job("owner" + i % 7);
            get(stores.get(i % 3).add(job, null));
            ids.add(job.id());
        }
        List<String> lent = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            lent.add(get(stores.get(i % 3).claim()).orElseThrow().job().id());
        }

        assertThat(lent).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(get(stores.get(0).claim())).isEmpty();
    }
}
