package io.focusgen.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Keeps the lease of one job and stores its state, one call to the store after the other, so that no older state follows a
 * newer one. A store that does not answer is asked again until the lease has ended, by the clock of this process and counted
 * from when it was last asked with success: then nobody may know better, and the job counts as lost.
 */
final class LeaseKeeper {

    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);

    /** Between two states of the same file. */
    private static final long SAVE_NANOS = Duration.ofSeconds(1).toNanos();

    private final JobStore store;
    private final Lease lease;
    private final Duration length;
    private final Consumer<Stop> stop;

    private final Silence silence = new Silence(LOG);

    // guarded by this
    private Job latest;
    private Job stored;
    private long storedAt = System.nanoTime();
    private long heardAt = System.nanoTime();
    private boolean busy;
    private boolean closed;
    private Stop reason = Stop.LOST;
    private List<UniEmitter<? super Void>> waiting = new ArrayList<>();

    /** @param stop told, any number of times, why the work has to stop; must not call back */
    LeaseKeeper(JobStore store, LentJob lent, Duration length, Consumer<Stop> stop) {
        this.store = store;
        this.lease = lent.lease();
        this.length = length;
        this.stop = stop;
        this.latest = lent.job();
        this.stored = lent.job();
    }

    /** Notes a newer state, which is stored with one of the next beats. */
    synchronized void update(Job job) {
        latest = job;
    }

    /**
     * Stores the newest state.
     *
     * @return fails with a {@link StoppedException} where the job is lost, with a {@link JobStoreFullException} where
     *     there is no room for it
     */
    Uni<Void> save(Job job) {
        return Uni.createFrom().emitter(emitter -> {
            synchronized (this) {
                latest = job;
                waiting.add(emitter);
            }
            beat();
        });
    }

    /** Renews the lease or stores what is new. Does nothing while the last call is on its way. */
    void beat() {
        Job toStore;
        List<UniEmitter<? super Void>> told;
        long now = System.nanoTime();
        synchronized (this) {
            if (!closed && now - heardAt >= length.toNanos()) {
                closed = true;
            }
            if (closed) {
                lose();
                return;
            }
            if (busy) {
                return;
            }
            busy = true;
            told = waiting;
            waiting = new ArrayList<>();
            boolean due = !told.isEmpty() || now - storedAt >= SAVE_NANOS;
            toStore = due && !latest.equals(stored) ? latest : null;
        }
        Uni<Standing> call = Uni.createFrom()
                .deferred(() -> toStore == null ? store.renew(lease) : store.save(lease, toStore));
        call.ifNoItem().after(length.dividedBy(2)).fail().subscribe().with(
                standing -> answered(standing, toStore, told, now), failure -> failed(failure, told));
    }

    private void answered(Standing standing, @Nullable Job saved, List<UniEmitter<? super Void>> told, long asked) {
        silence.answered("The store of jobs takes news of job " + lease.job() + " again");
        boolean lost = standing == Standing.LOST || standing == Standing.GONE;
        boolean more;
        synchronized (this) {
            busy = false;
            heardAt = asked;
            if (saved != null) {
                stored = saved;
                storedAt = asked;
            }
            boolean over = saved != null && saved.status().ended() && !(saved.status() == JobStatus.COMPLETED
                    && standing == Standing.CANCEL_WANTED);
            closed = closed || over || lost;
            if (standing == Standing.GONE) {
                reason = Stop.GONE;
            }
            more = !waiting.isEmpty();
        }
        if (lost) {
            told.forEach(one -> one.fail(new StoppedException()));
            lose();
            return;
        }
        if (standing == Standing.CANCEL_WANTED) {
            stop.accept(Stop.CANCELLED);
        }
        told.forEach(one -> one.complete(null));
        if (more) {
            beat();
        }
    }

    /** Whoever waits goes on waiting, for the next beat; but where there is no room, somebody has to make some. */
    private void failed(Throwable failure, List<UniEmitter<? super Void>> told) {
        if (failure instanceof JobStoreFullException) {
            synchronized (this) {
                busy = false;
                // The next beat renews the lease, which takes no room.
                storedAt = System.nanoTime();
            }
            told.forEach(one -> one.fail(failure));
            return;
        }
        silence.failed(failure, "The store of jobs does not take news of job " + lease.job() + "; asking again");
        synchronized (this) {
            busy = false;
            waiting.addAll(told);
        }
    }

    private void lose() {
        List<UniEmitter<? super Void>> told;
        Stop why;
        synchronized (this) {
            why = reason;
            told = waiting;
            waiting = new ArrayList<>();
        }
        stop.accept(why);
        told.forEach(one -> one.fail(new StoppedException()));
    }

    /** No further beat reaches the store. */
    synchronized void close() {
        closed = true;
    }
}
