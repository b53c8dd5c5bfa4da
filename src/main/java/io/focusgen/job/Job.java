package io.focusgen.job;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * All that is known of a job, as it is stored.
 *
 * @param id 22 letters, digits, hyphens and underscores: 128 random bits, so that nobody guesses it
 * @param owner who asked for it
 * @param order what was asked for
 * @param status what has become of it
 * @param progress how far it is safe; no files where it failed or was cancelled
 * @param times when what happened
 * @param failure why it failed and what to do, in sentences; null where it did not; of a cancelled
 *     one what could not be removed
 * @param cancelWanted whether whoever works at it should stop and remove its files
 * @param webhook who is told when it has ended, or null
 */
public record Job(String id, String owner, JobOrder order, JobStatus status, JobProgress progress, JobTimes times,
        @Nullable String failure, boolean cancelWanted, @Nullable Webhook webhook) {

    private static final int ID_BYTES = 16;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom CHANCE = new SecureRandom();

    public Job {
        if (!isId(id)) {
            throw new IllegalArgumentException("no id of a job: " + id);
        }
    }

    /** A new one in the queue, with an id of its own. */
    public static Job queued(String owner, JobOrder order, Instant now, @Nullable Webhook webhook) {
        return new Job(newId(), owner, order, JobStatus.QUEUED, JobProgress.NONE, new JobTimes(now, null, null), null,
                false, webhook);
    }

    /** Whether a text from outside can be the id of a job; nothing else becomes a path or key. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String newId() {
        byte[] bits = new byte[ID_BYTES];
        CHANCE.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Taken by a worker, for the first time or again. */
    public Job running(Instant now) {
        Instant started = times.started();
        return new Job(id, owner, order, JobStatus.RUNNING, progress,
                new JobTimes(times.created(), started == null ? now : started, null), null, cancelWanted, webhook);
    }

    /** Further on. */
    public Job with(JobProgress reached) {
        return new Job(id, owner, order, status, reached, times, failure, cancelWanted, webhook);
    }

    /** At its beginning again, by the version of the generator that there is now. */
    public Job anew(String generator) {
        JobOrder again = new JobOrder(order.request(), order.fingerprint(), order.target(), generator,
                order.rowsTotal(), order.bytesTotal());
        return new Job(id, owner, again, status, JobProgress.NONE, times, failure, cancelWanted, webhook);
    }

    /** Whole. */
    public Job completed(Instant now) {
        return ended(JobStatus.COMPLETED, progress, now, null);
    }

    /** Without files. @param why it failed and what to do, in sentences */
    public Job failed(String why, Instant now) {
        return ended(JobStatus.FAILED, JobProgress.NONE, now, why);
    }

    /** Without files. */
    public Job cancelled(Instant now) {
        return ended(JobStatus.CANCELLED, JobProgress.NONE, now, null);
    }

    /** Cancelled, with files that could not be removed. @param left says so, in sentences */
    public Job cancelled(Instant now, String left) {
        return ended(JobStatus.CANCELLED, JobProgress.NONE, now, left);
    }

    private Job ended(JobStatus how, JobProgress reached, Instant now, @Nullable String why) {
        return new Job(id, owner, order, how, reached, new JobTimes(times.created(), times.started(), now), why,
                cancelWanted, webhook);
    }

    /** Not wanted any more. */
    public Job unwanted() {
        return new Job(id, owner, order, status, progress, times, failure, true, webhook);
    }

    /** With news of its message. */
    public Job with(Webhook message) {
        return new Job(id, owner, order, status, progress, times, failure, cancelWanted, message);
    }

    /** Whether no worker has ever taken it, so that there can be nothing of its files. */
    public boolean untouched() {
        return times.started() == null;
    }
}
