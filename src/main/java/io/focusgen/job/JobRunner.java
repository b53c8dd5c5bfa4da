package io.focusgen.job;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jboss.logging.Logger;

import io.focusgen.sink.Sink;
import io.smallrye.mutiny.Uni;

/** Takes jobs from a store while there is room and works at them. Thread-safe; blocks nobody. */
public final class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);

    /** How long a cancel may go unnoticed here: far less than the second within which the work stops. */
    private static final Duration BEAT = Duration.ofMillis(300);

    /** Who asks for a job of this process wakes the runner; others are found with the next look. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Cancelled jobs that are cleared away at once, beside the work. */
    private static final int CLEARED_AT_ONCE = 2;

    private static final Duration BETWEEN_REMOVALS = Duration.ofMinutes(1);

    private final Duration betweenRemovals;
    private final JobStore store;
    private final Function<JobOrder, Sink> sinks;
    private final JobPlanner planner;
    private final Executor worker;
    private final JobSettings settings;
    private final JobEnded ended;
    private final ScheduledExecutorService clock;

    private final Map<String, JobRun> runs = new ConcurrentHashMap<>();
    private final Map<String, JobRun> clearings = new ConcurrentHashMap<>();
    private final Map<JobRun, CompletableFuture<Void>> leaving = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Silence silence = new Silence(LOG);
    private volatile boolean again;
    private volatile boolean stopping;

    /**
     * A runner that does nothing until it is started.
     *
     * @param sinks where the files of an order go; fails where there is no such place any more
     * @param worker for what takes CPU
     * @param ended told of each job that ended here; must not block
     */
    public JobRunner(JobStore store, Function<JobOrder, Sink> sinks, JobPlanner planner, Executor worker,
            JobSettings settings, JobEnded ended) {
        this(store, sinks, planner, worker, settings, ended, BETWEEN_REMOVALS);
    }

    /** @param betweenRemovals of files that could not be removed */
    JobRunner(JobStore store, Function<JobOrder, Sink> sinks, JobPlanner planner, Executor worker,
            JobSettings settings, JobEnded ended, Duration betweenRemovals) {
        this.betweenRemovals = betweenRemovals;
        this.store = store;
        this.sinks = sinks;
        this.planner = planner;
        this.worker = worker;
        this.settings = settings;
        this.ended = ended;
        clock = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "focus-job-clock");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to look for jobs. */
    public void start() {
        // Neither of them throws, so that they go on until the clock is stopped.
        Future<?> unusedBeats = clock.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(),
                TimeUnit.MILLISECONDS);
        Future<?> unusedLooks = clock.scheduleWithFixedDelay(this::wake, 0, BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            runs.values().forEach(JobRun::beat);
            clearings.values().forEach(JobRun::beat);
        } catch (RuntimeException unexpected) {
            // A clock whose work throws stops for ever.
            LOG.error("A beat failed", unexpected);
        }
    }

    /** Asks the store about a job at once, e.g. because it has just been cancelled. */
    public void beat(String id) {
        JobRun run = runs.get(id);
        if (run != null) {
            run.beat();
        }
    }

    /** Looks for a job at once, e.g. because there is a new one. */
    public void wake() {
        again = true;
        if (stopping || !looking.compareAndSet(false, true)) {
            return;
        }
        again = false;
        Uni.createFrom().deferred(this::look).subscribe().with(found -> looked(found), failure -> {
            silence.failed(failure, "The store of jobs does not answer; asking again every second");
            looking.set(false);
        });
    }

    private void looked(boolean found) {
        silence.answered("The store of jobs answers again");
        looking.set(false);
        if (found || again) {
            wake();
        }
    }

    /** Whether there was one. */
    private Uni<Boolean> look() {
        Uni<Boolean> unwanted = clearings.size() < CLEARED_AT_ONCE
                ? store.claimUnwanted().map(lent -> lent.filter(one -> begin(one, clearings)).isPresent())
                : Uni.createFrom().item(false);
        return unwanted.flatMap(cleared -> runs.size() < settings.atOnce() && !stopping
                ? store.claim().map(lent -> lent.filter(one -> begin(one, runs)).isPresent() || cleared)
                : Uni.createFrom().item(cleared));
    }

    /** False where an earlier run of the same job is still about to stop: its lease was lost, and it may be writing. */
    private boolean begin(LentJob lent, Map<String, JobRun> place) {
        String id = lent.job().id();
        if (stopping || runs.containsKey(id) || clearings.containsKey(id)) {
            store.giveBack(lent.lease()).subscribe().with(done -> LOG.debugf("Job %s is given back", id),
                    failure -> LOG.warnf("Job %s waits until its lease ends: %s", id, failure.getMessage()));
            return false;
        }
        JobRun run = new JobRun(store, lent, () -> sinks.apply(lent.job().order()), planner, worker,
                settings.lease());
        CompletableFuture<Void> left = new CompletableFuture<>();
        place.put(id, run);
        leaving.put(run, left);
        run.run().runSubscriptionOn(worker).onTermination().invoke(() -> {
            place.remove(id);
            leaving.remove(run);
            left.complete(null);
        }).subscribe().with(done -> over(run), failure -> LOG.errorf(failure, "Job %s ended without a word", id));
        return true;
    }

    private void over(JobRun run) {
        Job job = run.job();
        if (run.isEnded()) {
            LOG.infof("Job %s %s: %d files, %d bytes", job.id(), job.status().label(), job.progress().files().size(),
                    job.progress().bytes());
            ended.ended(job);
            run.cause().filter(cause -> job.status() == JobStatus.FAILED).ifPresent(cause -> ended.failed(job, cause));
            run.removal().ifPresent(removal -> removeLater(job.id(), removal));
        }
        wake();
    }

    /** Until it is done, or the process ends. */
    private void removeLater(String id, Uni<Void> removal) {
        if (stopping) {
            return;
        }
        Future<?> unusedRemoval = clock.schedule(() -> removal.subscribe().with(
                removed -> LOG.infof("What was left of the files of job %s is removed", id), failure -> {
                    LOG.warnf("Files of job %s still cannot be removed; trying again: %s", id, failure.getMessage());
                    removeLater(id, removal);
                }), betweenRemovals.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops all work, stores how far it is, and gives the leases back; what is being cleared away goes on to its end. */
    public Uni<Void> stop() {
        stopping = true;
        runs.values().forEach(run -> run.stop(Stop.SHUTDOWN));
        return Uni.createFrom()
                .completionStage(() -> CompletableFuture.allOf(leaving.values().toArray(CompletableFuture[]::new)))
                .onTermination().invoke(clock::shutdownNow);
    }
}
