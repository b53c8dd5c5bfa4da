package io.focusgen.job.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.job.Added;
import io.focusgen.job.Job;
import io.focusgen.job.JobProgress;
import io.focusgen.job.JobSettings;
import io.focusgen.job.JobStatus;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobStoreFullException;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.Lease;
import io.focusgen.job.LentJob;
import io.focusgen.job.Standing;
import io.focusgen.job.Webhook;
import io.smallrye.mutiny.Uni;

/**
 * Keeps jobs in a folder that only this process uses. Everything happens in turn on one thread of its own, so that what is
 * in memory is what is on disk. At most {@value #MOST_ENDED} ended jobs are kept, the latest.
 */
public final class DiskJobStore implements JobStore, AutoCloseable {

    /** Some megabytes, and a folder that is read in a moment. */
    static final int MOST_ENDED = 1_000;

    private static final Logger LOG = Logger.getLogger(DiskJobStore.class);

    private static final Duration KEYS_LIVE = Duration.ofHours(24);

    private final JobSettings settings;
    private final Path path;
    private final ExecutorService turns;

    // of the one thread
    private final JobTable table = new JobTable();
    private JobFolder folder;

    private DiskJobStore(JobSettings settings, Path path, JobFolder folder, ExecutorService turns) {
        this.settings = settings;
        this.path = path;
        this.folder = folder;
        this.turns = turns;
    }

    /**
     * Takes a folder and reads what is in it.
     *
     * @return fails with a {@link JobsUnavailableException} where another process has it or it cannot be used
     */
    public static Uni<DiskJobStore> open(Path path, JobSettings settings) {
        return Uni.createFrom().deferred(() -> {
            ExecutorService turns = Executors.newSingleThreadExecutor(work -> {
                Thread thread = new Thread(work, "focus-job-store");
                thread.setDaemon(true);
                return thread;
            });
            return inTurn(turns, () -> {
                DiskJobStore store = new DiskJobStore(settings, path, JobFolder.open(path), turns);
                store.readAll();
                return store;
            }).onFailure().invoke(turns::shutdown);
        });
    }

    private void readAll() throws IOException {
        folder.readAll().stream().sorted(Comparator.comparing(stored -> stored.job().times().created()))
                .forEach(table::put);
    }

    private static <T> Uni<T> inTurn(ExecutorService turns, Callable<T> work) {
        return Uni.createFrom().<T>emitter(emitter -> {
            try {
                turns.execute(() -> {
                    T done;
                    try {
                        done = work.call();
                    } catch (IOException broken) {
                        emitter.fail(unavailable(broken));
                        return;
                    } catch (Throwable thrown) {
                        emitter.fail(thrown);
                        return;
                    }
                    emitter.complete(done);
                });
            } catch (RejectedExecutionException closed) {
                emitter.fail(new JobsUnavailableException("The service is stopping.", closed));
            }
        });
    }

    private static JobsUnavailableException unavailable(IOException broken) {
        return JobFolder.isFull(broken)
                ? new JobStoreFullException("The disk of the service is full, so that the state of jobs cannot be"
                        + " stored. Delete jobs that are not needed any more, and ask again.", broken)
                : new JobsUnavailableException("The state of jobs cannot be read or written on this disk; whoever"
                        + " runs the service finds the cause in the log.", broken);
    }

    private <T> Uni<T> inTurn(Callable<T> work) {
        return inTurn(turns, () -> {
            find(false);
            return work.call();
        });
    }

    /**
     * Sees to it that the folder is the one that was read. Where somebody has removed it, its jobs are forgotten with it.
     *
     * @param make whether it is made anew where there is none
     */
    private void find(boolean make) throws IOException {
        if (folder.isHeld()) {
            return;
        }
        if (!table.isEmpty()) {
            LOG.errorf("%s was removed while the service was running; jobs that were in it are forgotten", path);
        }
        table.clear();
        if (make || Files.isDirectory(path)) {
            folder.close();
            folder = JobFolder.open(path);
            readAll();
        }
    }

    @Override
    public Uni<Added> add(Job job, @Nullable String key) {
        return inTurn(() -> {
            find(true);
            forgetOld();
            Optional<Added> earlier = key == null ? Optional.empty() : keyed(job, key);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            if (table.count(JobStatus.QUEUED) >= settings.queue()) {
                return Added.refused(Added.Outcome.FULL);
            }
            store(new StoredJob(job, key), false);
            return Added.stored(job);
        });
    }

    @Override
    public Uni<Optional<Added>> earlier(Job job, String key) {
        return inTurn(() -> {
            forgetOld();
            return keyed(job, key);
        });
    }

    private Optional<Added> keyed(Job job, String key) {
        return table.keyed(job.owner(), key, Instant.now().minus(KEYS_LIVE))
                .map(found -> found.order().fingerprint().equals(job.order().fingerprint())
                        ? Added.earlier(found)
                        : Added.refused(Added.Outcome.OTHER_REQUEST));
    }

    @Override
    public Uni<Optional<Job>> find(String id) {
        return inTurn(() -> table.find(id).map(StoredJob::job));
    }

    @Override
    public Uni<List<Job>> list(String owner, int most) {
        return inTurn(() -> table.newest(owner, most));
    }

    @Override
    public Uni<Optional<LentJob>> claim() {
        return inTurn(() -> {
            forgetOld();
            return lend(table.next(System.nanoTime()));
        });
    }

    @Override
    public Uni<Optional<LentJob>> claimUnwanted() {
        return inTurn(() -> lend(table.nextUnwanted(System.nanoTime())));
    }

    /** The lease is noted last: what could not be stored is not lent. */
    private Optional<LentJob> lend(Optional<StoredJob> next) throws IOException {
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Job running = next.get().job().running(Instant.now());
        if (!running.equals(next.get().job())) {
            // What was begun can be lent on a full disk, too: whoever has it makes room.
            store(next.get().with(running), false);
        }
        long token = table.lend(running, System.nanoTime() + settings.lease().toNanos());
        return Optional.of(new LentJob(running, new Lease(running.id(), token)));
    }

    @Override
    public Uni<Standing> save(Lease lease, Job job) {
        return inTurn(() -> {
            Optional<StoredJob> known = table.held(lease, System.nanoTime());
            if (known.isEmpty()) {
                return notHeld(lease);
            }
            boolean unwanted = known.get().job().cancelWanted();
            if (unwanted && job.status() == JobStatus.COMPLETED) {
                return Standing.CANCEL_WANTED;
            }
            store(known.get().with(unwanted ? job.unwanted() : job),
                    job.status().ended() || job.progress().equals(JobProgress.NONE));
            if (job.status().ended()) {
                table.release(lease);
            } else {
                table.prolong(lease, System.nanoTime() + settings.lease().toNanos());
            }
            return unwanted ? Standing.CANCEL_WANTED : Standing.OURS;
        });
    }

    @Override
    public Uni<Standing> renew(Lease lease) {
        return inTurn(() -> {
            Optional<StoredJob> known = table.held(lease, System.nanoTime());
            if (known.isEmpty()) {
                return notHeld(lease);
            }
            table.prolong(lease, System.nanoTime() + settings.lease().toNanos());
            return known.get().job().cancelWanted() ? Standing.CANCEL_WANTED : Standing.OURS;
        });
    }

    private Standing notHeld(Lease lease) {
        return table.find(lease.job()).isEmpty() ? Standing.GONE : Standing.LOST;
    }

    @Override
    public Uni<Void> giveBack(Lease lease) {
        return inTurn(() -> {
            table.release(lease);
            return null;
        });
    }

    @Override
    public Uni<Optional<Job>> cancel(String id, Instant now) {
        return inTurn(() -> {
            Optional<StoredJob> known = table.find(id);
            if (known.isEmpty() || known.get().job().status().ended()) {
                return known.map(StoredJob::job);
            }
            Job job = known.get().job();
            Job after = job.untouched() ? job.cancelled(now) : job.unwanted();
            store(known.get().with(after), true);
            return Optional.of(after);
        });
    }

    @Override
    public Uni<Void> remove(String id) {
        return inTurn(() -> {
            if (table.find(id).filter(known -> known.job().status().ended()).isPresent()) {
                forget(id);
            }
            return null;
        });
    }

    @Override
    public Uni<Void> save(String id, Webhook webhook) {
        return inTurn(() -> {
            Optional<StoredJob> known = table.find(id);
            if (known.isPresent()) {
                store(known.get().with(known.get().job().with(webhook)), false);
            }
            return null;
        });
    }

    @Override
    public Uni<List<Job>> owing(Instant now, int most) {
        return inTurn(() -> table.owing(now, most));
    }

    /** Fails, too, where no state could be stored. */
    @Override
    public Uni<Map<JobStatus, Long>> counts() {
        return inTurn(() -> {
            if (!folder.isHeld()) {
                throw new JobsUnavailableException("The folder of jobs in DATA_DIR was removed. It is made again with"
                        + " the next job.", null);
            }
            folder.probe();
            return table.counts();
        });
    }

    /** On disk first: a state that could not be stored is none. */
    private void store(StoredJob stored, boolean lastResort) throws IOException {
        folder.write(stored, lastResort);
        table.put(stored);
    }

    private void forgetOld() throws IOException {
        for (String id : table.old(Instant.now().minus(settings.keep()), MOST_ENDED)) {
            forget(id);
        }
    }

    private void forget(String id) throws IOException {
        folder.delete(id);
        table.remove(id);
    }

    /** Lets the next process have the folder. Jobs that are lent are found by it as begun. */
    @Override
    public void close() throws IOException {
        turns.shutdown();
        folder.close();
    }
}
