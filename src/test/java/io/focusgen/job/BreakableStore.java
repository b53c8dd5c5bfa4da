package io.focusgen.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/** A store that a process is cut off from, for good, before the call that a test chooses. */
final class BreakableStore implements JobStore {

    private final JobStore store;
    private final AtomicInteger savesLeft;
    private volatile boolean broken;

    BreakableStore(JobStore store, int saves) {
        this.store = store;
        this.savesLeft = new AtomicInteger(saves);
    }

    void cut() {
        broken = true;
    }

    boolean isCut() {
        return broken;
    }

    private <T> Uni<T> unlessBroken(Uni<T> call) {
        return Uni.createFrom().deferred(() -> broken
                ? Uni.createFrom().failure(new JobsUnavailableException("It is gone.", null))
                : call);
    }

    @Override
    public Uni<Standing> save(Lease lease, Job job) {
        return Uni.createFrom().deferred(() -> {
            if (savesLeft.getAndDecrement() == 0) {
                cut();
            }
            return unlessBroken(store.save(lease, job));
        });
    }

    @Override
    public Uni<Added> add(Job job, @Nullable String key) {
        return unlessBroken(store.add(job, key));
    }

    @Override
    public Uni<Optional<Added>> earlier(Job job, String key) {
        return unlessBroken(store.earlier(job, key));
    }

    @Override
    public Uni<Optional<Job>> find(String id) {
        return unlessBroken(store.find(id));
    }

    @Override
    public Uni<List<Job>> list(String owner, int most) {
        return unlessBroken(store.list(owner, most));
    }

    @Override
    public Uni<Optional<LentJob>> claim() {
        return unlessBroken(store.claim());
    }

    @Override
    public Uni<Optional<LentJob>> claimUnwanted() {
        return unlessBroken(store.claimUnwanted());
    }

    @Override
    public Uni<Standing> renew(Lease lease) {
        return unlessBroken(store.renew(lease));
    }

    @Override
    public Uni<Void> giveBack(Lease lease) {
        return unlessBroken(store.giveBack(lease));
    }

    @Override
    public Uni<Optional<Job>> cancel(String id, Instant now) {
        return unlessBroken(store.cancel(id, now));
    }

    @Override
    public Uni<Void> remove(String id) {
        return unlessBroken(store.remove(id));
    }

    @Override
    public Uni<Void> save(String id, Webhook webhook) {
        return unlessBroken(store.save(id, webhook));
    }

    @Override
    public Uni<List<Job>> owing(Instant now, int most) {
        return unlessBroken(store.owing(now, most));
    }

    @Override
    public Uni<Map<JobStatus, Long>> counts() {
        return unlessBroken(store.counts());
    }
}
