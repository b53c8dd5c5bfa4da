package io.focusgen.testing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import io.focusgen.job.Added;
import io.focusgen.job.Job;
import io.focusgen.job.JobFile;
import io.focusgen.job.JobOrder;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobStatus;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobStoreProvider;
import io.focusgen.job.JobTimes;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.Lease;
import io.focusgen.job.LentJob;
import io.focusgen.job.Standing;
import io.focusgen.job.Webhook;
import io.smallrye.mutiny.Uni;

/** A store that is as a test wants it, where {@code test.fake-jobs} is set: it has two jobs and takes no other. */
@Singleton
public class FakeJobs implements JobStoreProvider, JobStore {

    /** A job of the local client with a file of ten bytes. */
    public static final Job WHOLE = new Job("AAAAAAAAAAAAAAAAAAAAAA", "127.0.0.1",
            new JobOrder("rows=1&format=csv&layout=monthly&parts=1", "a".repeat(64), "disk", "1", 1, 10),
            JobStatus.COMPLETED,
            JobProgress.NONE.and(new JobFile("a.csv", "text/csv", 1L, 10, "b".repeat(64), "/a")),
            new JobTimes(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH), null, false, null);

    /** Another one, which never ends. */
    public static final Job RUNNING = new Job("CCCCCCCCCCCCCCCCCCCCCC", WHOLE.owner(), WHOLE.order(), JobStatus.RUNNING,
            JobProgress.NONE, new JobTimes(Instant.EPOCH, Instant.EPOCH, null), null, false, null);

    private final boolean wanted;
    private final AtomicInteger finds = new AtomicInteger();

    /** Whether nothing can be had of it. */
    public volatile boolean broken;
    /** What becomes of every job that is added. */
    public volatile Added.Outcome outcome = Added.Outcome.FULL;

    /** What has become of {@link #RUNNING}. */
    public volatile Job running = RUNNING;

    public FakeJobs(@ConfigProperty(name = "test.fake-jobs", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public int rank() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean configured() {
        return wanted;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Uni<? extends JobStore> open() {
        return Uni.createFrom().item(this);
    }

    private <T> Uni<T> unlessBroken(Supplier<T> answer) {
        return broken
                ? Uni.createFrom().failure(new JobsUnavailableException("It is broken.", null))
                : Uni.createFrom().item(answer);
    }

    @Override
    public Uni<Added> add(Job job, @Nullable String key) {
        return unlessBroken(() -> Added.refused(outcome));
    }

    @Override
    public Uni<Optional<Added>> earlier(Job job, String key) {
        return unlessBroken(Optional::empty);
    }

    @Override
    public Uni<Optional<Job>> find(String id) {
        finds.incrementAndGet();
        return unlessBroken(() -> Stream.of(WHOLE, running).filter(job -> job.id().equals(id)).findFirst());
    }

    /** How often a job was looked for. */
    public int finds() {
        return finds.get();
    }

    @Override
    public Uni<List<Job>> list(String owner, int most) {
        return unlessBroken(() -> List.of(WHOLE));
    }

    @Override
    public Uni<Optional<LentJob>> claim() {
        return unlessBroken(Optional::empty);
    }

    @Override
    public Uni<Optional<LentJob>> claimUnwanted() {
        return unlessBroken(Optional::empty);
    }

    @Override
    public Uni<Standing> save(Lease lease, Job job) {
        return unlessBroken(() -> Standing.LOST);
    }

    @Override
    public Uni<Standing> renew(Lease lease) {
        return unlessBroken(() -> Standing.LOST);
    }

    @Override
    public Uni<Void> giveBack(Lease lease) {
        return unlessBroken(() -> null);
    }

    @Override
    public Uni<Optional<Job>> cancel(String id, Instant now) {
        return find(id);
    }

    @Override
    public Uni<Void> remove(String id) {
        return unlessBroken(() -> null);
    }

    @Override
    public Uni<Void> save(String id, Webhook webhook) {
        return unlessBroken(() -> null);
    }

    @Override
    public Uni<List<Job>> owing(Instant now, int most) {
        return unlessBroken(List::of);
    }

    @Override
    public Uni<Map<JobStatus, Long>> counts() {
        return unlessBroken(() -> new EnumMap<>(Map.of(JobStatus.COMPLETED, 1L)));
    }
}
