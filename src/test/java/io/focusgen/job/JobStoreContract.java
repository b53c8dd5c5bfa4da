package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.focusgen.job.Added.Outcome;
import io.focusgen.sink.Checkpoint;
import io.smallrye.mutiny.Uni;

/** What every store promises. */
public abstract class JobStoreContract {

    /** Short, so that a test can wait for the end of one. */
    protected static final Duration LEASE = Duration.ofMillis(400);
    protected static final JobSettings SETTINGS = new JobSettings(3, 1, Duration.ofDays(7), LEASE, 10);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Instant clock = Instant.now().minusSeconds(1_000);

    /** The store of this test, empty at first. */
    protected abstract JobStore store();

    protected static <T> T get(Uni<T> uni) {
        return uni.await().atMost(TIMEOUT);
    }

    protected Job job(String owner) {
        return job(owner, "a".repeat(64));
    }

    protected Job job(String owner, String fingerprint) {
        clock = clock.plusMillis(10);
        return Job.queued(owner, new JobOrder("provider=aws&rows=100", fingerprint, "disk", "1", 100, 1), clock, null);
    }

    protected Job added(String owner, @Nullable String key) {
        Added added = get(store().add(job(owner), key));
        assertThat(added.outcome()).isEqualTo(Outcome.NEW);
        return get(store().find(Objects.requireNonNull(added.job()).id())).orElseThrow();
    }

    protected LentJob claimed() {
        return get(store().claim()).orElseThrow();
    }

    @Test
    void aJobIsFoundAsItWasAdded() {
        Job job = job("me");
        assertThat(get(store().add(job, null))).isEqualTo(Added.stored(job));

        assertThat(get(store().find(job.id()))).contains(job);
        assertThat(get(store().find(job("me").id()))).isEmpty();
        assertThat(get(store().counts())).containsEntry(JobStatus.QUEUED, 1L).containsEntry(JobStatus.RUNNING, 0L);
    }

    @Test
    void aKeyNamesOneJobOfItsOwner() {
        assertThat(get(store().earlier(job("me"), "key-1"))).isEmpty();
        Job job = added("me", "key-1");

        assertThat(get(store().earlier(job("me"), "key-1"))).contains(Added.earlier(job));
        assertThat(get(store().earlier(job("me", "b".repeat(64)), "key-1")))
                .contains(Added.refused(Outcome.OTHER_REQUEST));
        assertThat(get(store().earlier(job("me"), "key-2"))).isEmpty();
        assertThat(get(store().earlier(job("you"), "key-1"))).isEmpty();
        assertThat(get(store().add(job("me"), "key-1"))).isEqualTo(Added.earlier(job));
        assertThat(get(store().add(job("me", "b".repeat(64)), "key-1")).outcome()).isEqualTo(Outcome.OTHER_REQUEST);
        assertThat(get(store().add(job("you"), "key-1")).outcome()).isEqualTo(Outcome.NEW);
        assertThat(get(store().add(job("me"), "key-2")).outcome()).isEqualTo(Outcome.NEW);
    }

    @Test
    void aKeyOutlivesTheRunAndGoesWithItsJob() {
        Job job = added("me", "key");
        LentJob lent = claimed();
        get(store().save(lent.lease(), lent.job().completed(clock)));

        assertThat(get(store().add(job("me"), "key")).outcome()).isEqualTo(Outcome.EARLIER);
        get(store().remove(job.id()));
        assertThat(get(store().add(job("me"), "key")).outcome()).isEqualTo(Outcome.NEW);
    }

    @Test
    void theQueueIsBounded() {
        for (int i = 0; i < SETTINGS.queue(); i++) {
            added("me", "key" + i);
        }

        assertThat(get(store().add(job("you"), null)).outcome()).isEqualTo(Outcome.FULL);
        assertThat(get(store().add(job("me"), "key0")).outcome()).isEqualTo(Outcome.EARLIER);
        claimed();
        assertThat(get(store().add(job("you"), null)).outcome()).isEqualTo(Outcome.NEW);
        assertThat(get(store().add(job("you"), null)).outcome()).isEqualTo(Outcome.FULL);
    }

    @Test
    void ownersTakeTurnsAndEachHasTheOldestFirst() {
        Job first = added("greedy", null);
        Job second = added("greedy", null);
        Job modest = added("modest", null);

        assertThat(claimed().job().id()).isEqualTo(first.id());
        Job third = added("greedy", null);
        assertThat(claimed().job().id()).isEqualTo(modest.id());
        assertThat(claimed().job().id()).isEqualTo(second.id());
        Job late = added("modest", null);
        assertThat(claimed().job().id()).isEqualTo(late.id());
        assertThat(claimed().job().id()).isEqualTo(third.id());
        assertThat(get(store().claim())).isEmpty();
    }

    @Test
    void aClaimedJobIsRunningAndNobodyElses() {
        Job job = added("me", null);
        LentJob lent = claimed();

        assertThat(lent.job().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(get(store().find(job.id()))).contains(lent.job());
        assertThat(get(store().claim())).isEmpty();
    }

    @Test
    void aLeaseThatIsNotRenewedIsLostAndTheNextGoesOnWhereItWas() {
        added("me", null);
        LentJob first = claimed();
        Job further = first.job().with(JobProgress.NONE.at(new Checkpoint(5, 500, "x", ""), 50));
        assertThat(get(store().save(first.lease(), further))).isEqualTo(Standing.OURS);

        LentJob second = await().atMost(TIMEOUT).until(() -> get(store().claim()), Optional::isPresent).orElseThrow();

        assertThat(second.job()).isEqualTo(further);
        assertThat(second.lease().token()).isGreaterThan(first.lease().token());
        assertThat(get(store().renew(first.lease()))).isEqualTo(Standing.LOST);
        assertThat(get(store().save(first.lease(), first.job().completed(clock)))).isEqualTo(Standing.LOST);
        get(store().giveBack(first.lease()));
        assertThat(get(store().renew(second.lease()))).isEqualTo(Standing.OURS);
        assertThat(get(store().find(further.id()))).contains(further);
    }

    @Test
    void aLeaseThatIsRenewedIsKept() throws InterruptedException {
        added("me", null);
        LentJob lent = claimed();

        for (int i = 0; i < 8; i++) {
            Thread.sleep(LEASE.toMillis() / 4);
            assertThat(get(store().renew(lent.lease()))).isEqualTo(Standing.OURS);
            assertThat(get(store().claim())).isEmpty();
        }
    }

    @Test
    void aLeaseGivenBackIsFreeAtOnceAndBegunJobsComeFirst() {
        Job begun = added("me", null);
        LentJob lent = claimed();
        added("you", null);

        get(store().giveBack(lent.lease()));

        assertThat(claimed().job().id()).isEqualTo(begun.id());
        assertThat(get(store().renew(lent.lease()))).isEqualTo(Standing.LOST);
    }

    @Test
    void aQueuedJobIsCancelledAtOnce() {
        Job job = added("me", null);

        Job after = get(store().cancel(job.id(), clock)).orElseThrow();

        assertThat(after.status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(get(store().claim())).isEmpty();
        assertThat(get(store().claimUnwanted())).isEmpty();
        assertThat(get(store().cancel(job.id(), clock))).contains(after);
        assertThat(get(store().cancel(job("me").id(), clock))).isEmpty();
    }

    @Test
    void theWorkerOfARunningJobIsTold() {
        Job job = added("me", null);
        LentJob lent = claimed();

        assertThat(get(store().cancel(job.id(), clock)).orElseThrow().cancelWanted()).isTrue();

        assertThat(get(store().renew(lent.lease()))).isEqualTo(Standing.CANCEL_WANTED);
        assertThat(get(store().save(lent.lease(), lent.job()))).isEqualTo(Standing.CANCEL_WANTED);
        assertThat(get(store().save(lent.lease(), lent.job().completed(clock)))).isEqualTo(Standing.CANCEL_WANTED);
        assertThat(get(store().find(job.id())).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
        get(store().save(lent.lease(), lent.job().cancelled(clock)));
        assertThat(get(store().find(job.id())).orElseThrow().status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void whatABrokenWorkerLeftOfACancelledJobIsClearedAway() {
        Job job = added("me", null);
        LentJob lent = claimed();
        get(store().cancel(job.id(), clock));
        assertThat(get(store().claimUnwanted())).isEmpty();

        get(store().giveBack(lent.lease()));

        assertThat(get(store().claim())).isEmpty();
        assertThat(get(store().claimUnwanted()).orElseThrow().job().id()).isEqualTo(job.id());
    }

    @Test
    void anEndedJobStaysUntilItIsRemoved() {
        Job job = added("me", null);
        LentJob lent = claimed();
        get(store().remove(job.id()));
        assertThat(get(store().find(job.id()))).isPresent();
        Job whole = lent.job().completed(clock);
        assertThat(get(store().save(lent.lease(), whole))).isEqualTo(Standing.OURS);

        assertThat(get(store().find(job.id()))).contains(whole);
        assertThat(get(store().renew(lent.lease()))).isEqualTo(Standing.LOST);
        assertThat(get(store().cancel(job.id(), clock))).contains(whole);
        assertThat(get(store().claim())).isEmpty();
        get(store().remove(job.id()));
        get(store().remove(job.id()));
        assertThat(get(store().find(job.id()))).isEmpty();
        assertThat(get(store().list("me", 10))).isEmpty();
    }

    @Test
    void ownersSeeTheirOwnNewestFirst() {
        Job first = added("me", null);
        added("you", null);
        Job second = added("me", null);

        assertThat(get(store().list("me", 10))).containsExactly(second, first);
        assertThat(get(store().list("me", 1))).containsExactly(second);
        assertThat(get(store().list("nobody", 10))).isEmpty();
    }

    @Test
    void messagesAreOwedUntilTheyAreDelivered() {
        Job job = Job.queued("me", new JobOrder("rows=1", "c".repeat(64), "disk", "1", 1, 1), clock,
                Webhook.to("https://example.org/"));
        get(store().add(job, null));
        assertThat(get(store().owing(Instant.now(), 10))).isEmpty();
        LentJob lent = claimed();
        get(store().save(lent.lease(), lent.job().completed(clock)));

        assertThat(get(store().owing(Instant.now(), 10))).extracting(Job::id).containsExactly(job.id());
        Instant later = Instant.now().plusSeconds(60);
        get(store().save(job.id(), new Webhook("https://example.org/", Webhook.State.PENDING, 1, later, "HTTP 500")));
        assertThat(get(store().owing(Instant.now(), 10))).isEmpty();
        assertThat(get(store().owing(later.plusSeconds(1), 10))).hasSize(1);
        get(store().save(job.id(), new Webhook("https://example.org/", Webhook.State.DELIVERED, 2, null, "HTTP 200")));
        assertThat(get(store().owing(later.plusSeconds(1), 10))).isEmpty();
        get(store().save(job("me").id(), Webhook.to("https://example.org/")));
    }

    @Test
    void manyClaimsAtOnceLendNoJobTwice() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < SETTINGS.queue(); i++) {
            ids.add(added("me", null).id());
        }

        List<Optional<LentJob>> lent = get(Uni.join()
                .all(IntStream.range(0, 10).mapToObj(i -> store().claim()).toList()).andFailFast());

        assertThat(lent.stream().flatMap(Optional::stream).map(one -> one.job().id()))
                .containsExactlyInAnyOrderElementsOf(ids);
    }
}
