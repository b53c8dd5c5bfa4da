package io.focusgen.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Keeps jobs, and lends each to one worker at a time. What a method has answered is stored: it outlives the process. None
 * blocks its caller. A store that cannot be reached fails with a {@link JobsUnavailableException}. Ended jobs are forgotten
 * after {@link JobConfig#keep()}.
 */
public interface JobStore {

    /**
     * Stores a new job, unless as many are queued as may be ({@link JobConfig#queue()}), or the owner's key names an earlier
     * one. A key is good for 24 hours, and as long as its job is not removed.
     *
     * @param key of idempotency, 1 to 255 visible ASCII characters, or null
     */
    Uni<Added> add(Job job, @Nullable String key);

    /** What {@link #add} answers where the owner's key names an earlier job; empty where it does not. Stores nothing. */
    Uni<Optional<Added>> earlier(Job job, String key);

    /** The job with this id. */
    Uni<Optional<Job>> find(String id);

    /** Jobs of an owner, newest first. @param most at least 1 */
    Uni<List<Job>> list(String owner, int most);

    /**
     * Lends a job that needs work, stored as running: first one that was begun and whose lease has ended or was given back,
     * oldest first; else the oldest queued one of the owner who has waited longest for a turn. Empty where there is none.
     */
    Uni<Optional<LentJob>> claim();

    /** As {@link #claim}, only of those that are cancelled and still have to be cleared away. */
    Uni<Optional<LentJob>> claimUnwanted();

    /**
     * Stores the state of a lent job and renews the lease. The lease of a job that has ended is over. Whether a cancel is
     * wanted stays as the store knows it: where it is, a completed job is not stored, but still to be cancelled.
     */
    Uni<Standing> save(Lease lease, Job job);

    /** Keeps a lease for another while ({@link JobConfig#lease()}). */
    Uni<Standing> renew(Lease lease);

    /** Gives a lease back, so that the next claim finds the job. Without effect where it is lost. */
    Uni<Void> giveBack(Lease lease);

    /**
     * Ends a job that no worker has ever taken, and tells the worker of one that has begun. An ended one stays as it is.
     *
     * @return the job afterwards; empty where there is none
     */
    Uni<Optional<Job>> cancel(String id, Instant now);

    /** Forgets an ended job. Without effect on any other. */
    Uni<Void> remove(String id);

    /** Stores news of the message about an ended job; without effect where it is gone. */
    Uni<Void> save(String id, Webhook webhook);

    /** Ended jobs whose message is pending and due, the longest due first. @param most at least 1 */
    Uni<List<Job>> owing(Instant now, int most);

    /** How many jobs there are of each status, zeros included. */
    Uni<Map<JobStatus, Long>> counts();
}
