package io.focusgen.http.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.focusgen.job.Job;
import io.focusgen.job.JobProgress;
import io.focusgen.sink.Checkpoint;
import io.focusgen.testing.FakeJobs;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

class JobEventsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMillis(10);
    private static final String ID = FakeJobs.RUNNING.id();

    private final FakeJobs jobs = new FakeJobs(true);

    private JobEvents events(Duration longestSilence) {
        return new JobEvents(() -> jobs, job -> "brief " + job.progress().bytes(), job -> "whole", BETWEEN,
                longestSilence);
    }

    private static Job at(long bytes) {
        return FakeJobs.RUNNING.with(JobProgress.NONE.at(new Checkpoint(1, bytes, "", ""), 0));
    }

    @Test
    void whereNothingHappensCommentsKeepTheConnectionOpen() {
        long start = System.nanoTime();

        List<String> heard = events(Duration.ofMillis(100)).of(ID, null).map(Buffer::toString)
                .select().first(5).collect().asList().await().atMost(TIMEOUT);

        assertThat(heard).containsExactly("retry: 2000\n\n",
                "event: progress\nid: running-0-0\ndata: brief 0\n\n", ": still there\n\n", ": still there\n\n",
                ": still there\n\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aCommentComesOnlyAfterSilence() {
        AtomicLong bytes = new AtomicLong();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Future<?> unused = clock.scheduleAtFixedRate(() -> jobs.running = at(bytes.incrementAndGet()), 0, 1,
                TimeUnit.MILLISECONDS);

        List<String> heard = events(Duration.ofMillis(50)).of(ID, null).map(Buffer::toString)
                .select().first(30).collect().asList().await().atMost(TIMEOUT);
        clock.shutdownNow();

        assertThat(heard.subList(1, 30)).allMatch(event -> event.startsWith("event: progress"));
    }

    @Test
    void whoDoesNotReadIsNotWrittenForAndThenHearsTheLatest() throws InterruptedException {
        AssertSubscriber<Buffer> reader = AssertSubscriber.create(2);
        events(Duration.ofSeconds(15)).of(ID, null).subscribe(reader);
        reader.awaitItems(2, TIMEOUT);
        int looks = jobs.finds();

        for (int bytes = 1; bytes <= 50; bytes++) {
            jobs.running = at(bytes);
            Thread.sleep(BETWEEN.toMillis());
        }

        assertThat(jobs.finds()).as("looks while nobody reads").isLessThanOrEqualTo(looks + 1);
        assertThat(reader.getItems()).hasSize(2);
        reader.request(2);
        await().atMost(TIMEOUT).until(() -> reader.getItems().stream().map(Buffer::toString)
                .anyMatch(event -> event.contains("data: brief 50\n")));
        assertThat(reader.getItems()).hasSizeLessThanOrEqualTo(4);
        jobs.running = at(51).completed(FakeJobs.RUNNING.times().created());
        reader.request(1);
        reader.awaitCompletion(TIMEOUT);
        assertThat(reader.getLastItem().toString()).isEqualTo("event: end\nid: completed-0-51\ndata: whole\n\n");
    }

    @Test
    void whoLeavesIsNotLookedForAnyMore() {
        AssertSubscriber<Buffer> reader = AssertSubscriber.create(Long.MAX_VALUE);
        events(Duration.ofSeconds(15)).of(ID, null).subscribe(reader);
        await().atMost(TIMEOUT).until(() -> jobs.finds() > 3);

        reader.cancel();

        await().atMost(TIMEOUT).until(() -> {
            int before = jobs.finds();
            Thread.sleep(5 * BETWEEN.toMillis());
            return jobs.finds() == before;
        });
    }
}
