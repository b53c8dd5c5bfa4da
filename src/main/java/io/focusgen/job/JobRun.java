package io.focusgen.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.bundle.BundleFile;
import io.focusgen.sink.Checkpoint;
import io.focusgen.sink.FileTarget;
import io.focusgen.sink.Sink;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.StagedFile;
import io.focusgen.sink.StoredFile;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.stream.BlockSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * Works at one job, from where it was left to its end: file by file, the manifest last. Opening, planning and committing are
 * never cut short, only the writing is, so that nothing appears behind the back of what clears up.
 */
final class JobRun {

    private static final Logger LOG = Logger.getLogger(JobRun.class);

    private static final String MANIFEST = "manifest.json";
    private static final String MANIFEST_TYPE = "application/json";

    /** How often files that are gone are written again: who removes them faster than that wants no job. */
    private static final int MOST_ROUNDS = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final JobStore store;
    private final Lease lease;
    private final Supplier<Sink> sinks;
    private final JobPlanner planner;
    private final Executor worker;
    private final LeaseKeeper keeper;
    private final AtomicReference<@Nullable Stop> stopped = new AtomicReference<>();

    /** Of earlier runs. */
    private volatile long workedBefore;
    private final long begun = System.nanoTime();

    private volatile Job job;
    private volatile boolean ended;
    private volatile boolean unremoved;
    private volatile @Nullable Throwable cause;
    private volatile @Nullable Runnable interrupt;

    /**
     * A run that has not begun.
     *
     * @param sinks gives the sink of this job, or fails
     * @param worker for planning
     * @param length of the lease
     */
    JobRun(JobStore store, LentJob lent, Supplier<Sink> sinks, JobPlanner planner, Executor worker, Duration length) {
        this.store = store;
        this.lease = lent.lease();
        this.job = lent.job();
        this.workedBefore = job.progress().worked();
        this.sinks = sinks;
        this.planner = planner;
        this.worker = worker;
        this.keeper = new LeaseKeeper(store, lent, length, this::stop);
    }

    /** As far as it is known here. */
    Job job() {
        return job;
    }

    /** Whether its end is stored. */
    boolean isEnded() {
        return ended;
    }

    /** What the work failed with; empty where it did not. */
    Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    /** Removes the files of a job that has ended; empty where that is done already. */
    Optional<Uni<Void>> removal() {
        return unremoved && ended
                ? Optional.of(Uni.createFrom().deferred(() -> sinks.get().remove(job.id())))
                : Optional.empty();
    }

    /** To be called several times a second. */
    void beat() {
        keeper.beat();
    }

    /** The first reason counts, but a job that is lost is lost. */
    void stop(Stop why) {
        if (why == Stop.LOST || why == Stop.GONE) {
            stopped.set(why);
        } else {
            stopped.compareAndSet(null, why);
        }
        Runnable writing = interrupt;
        if (writing != null) {
            writing.run();
        }
    }

    /** Does the work. Never fails: how it ended is stored. */
    Uni<Void> run() {
        return Uni.createFrom().deferred(() -> job.cancelWanted() ? cancelled() : work())
                .onFailure(StoppedException.class).recoverWithUni(this::stopped)
                .onFailure(thrown -> !(thrown instanceof StoppedException)).recoverWithUni(this::failed)
                .onFailure(StoppedException.class).recoverWithUni(() -> {
                    LOG.infof("Job %s is left as it is; whoever has it next goes on", job.id());
                    return Uni.createFrom().voidItem();
                })
                .onTermination().invoke(keeper::close);
    }

    private Uni<Void> work() {
        Sink sink = sinks.get();
        return Uni.createFrom().item(() -> planner.plan(job.order())).runSubscriptionOn(worker)
                .flatMap(plan -> {
                    List<BundleFile> files = plan.files();
                    return begin(sink, files).flatMap(ready -> restored(sink, files))
                            .flatMap(restored -> rest(sink, files))
                            .flatMap(written -> finish(sink, plan, files, MOST_ROUNDS));
                })
                .invoke(this::check)
                .flatMap(written -> sink.settle(job.id()).onFailure().recoverWithItem(thrown -> {
                    // The files are whole all the same, and the sink sweeps.
                    LOG.warnf(thrown, "What was begun beside the files of job %s is left for the sweep", job.id());
                    return null;
                }))
                .flatMap(settled -> {
                    check();
                    return end(job.completed(Instant.now()));
                });
    }

    /** A store that has heard of a cancel does not take a completed job. */
    private Uni<Void> end(Job last) {
        job = last;
        return saved(last).invoke(() -> {
            if (last.status() == JobStatus.COMPLETED && stopped.get() == Stop.CANCELLED) {
                throw new StoppedException();
            }
            ended = true;
        });
    }

    /** An end without files waits for room as long as the lease lasts: others that fail for the same reason make some. */
    private Uni<Void> saved(Job last) {
        return last.status() == JobStatus.COMPLETED
                ? keeper.save(last)
                : Uni.createFrom().deferred(() -> keeper.save(last)).onFailure(JobStoreFullException.class).retry()
                        .withBackOff(BETWEEN_TRIES, BETWEEN_TRIES).indefinitely();
    }

    /** What another version of the generator has begun may not be what this one would go on with. */
    private Uni<Void> begin(Sink sink, List<BundleFile> files) {
        check();
        List<JobFile> done = job.progress().files();
        boolean same = job.order().generator().equals(GeneratorVersion.CURRENT) && done.size() <= files.size() + 1;
        for (int i = 0; same && i < Math.min(done.size(), files.size()); i++) {
            same = done.get(i).name().equals(files.get(i).name());
        }
        if (same) {
            return Uni.createFrom().voidItem();
        }
        LOG.infof("Job %s was begun by another version of the generator; it begins anew", job.id());
        job = job.anew(GeneratorVersion.CURRENT);
        workedBefore = 0;
        return keeper.save(job).flatMap(saved -> sink.remove(job.id()));
    }

    private Uni<Void> rest(Sink sink, List<BundleFile> files) {
        int done = Math.min(job.progress().files().size(), files.size());
        return Multi.createFrom().iterable(files.subList(done, files.size()))
                .onItem().transformToUniAndConcatenate(file -> write(sink, file))
                .onItem().ignoreAsUni();
    }

    /** Where what is safe of a file is not what this build would have written, e.g. after an upgrade, the file begins anew. */
    private Uni<Void> write(Sink sink, BundleFile file) {
        Checkpoint from = job.progress().checkpoint();
        return write(sink, file, from)
                .onFailure(thrown -> from != null && SinkException.isDifferent(thrown))
                .recoverWithUni(thrown -> {
                    LOG.infof("A file of job %s begins anew: %s: %s", job.id(), file.name(), thrown.getMessage());
                    return write(sink, file, null);
                });
    }

    private Uni<Void> write(Sink sink, BundleFile file, @Nullable Checkpoint from) {
        return opened(sink, file.name(), file.mediaType(), from)
                .flatMap(staged -> Uni.createFrom().deferred(() -> {
                    BlockSource blocks = file.open();
                    long rows = file.rows().orElse(0);
                    return whole(staged, blocks, reached -> reached(reached, blocks.blocks(), rows));
                }).runSubscriptionOn(worker))
                .flatMap(stored -> saved(job.progress().and(told(file, stored))));
    }

    /**
     * Writes files again that are gone though they are told of, e.g. because somebody removed what is old while the job
     * waited. How far the next one is does not change by that.
     *
     * @return how many were gone
     */
    private Uni<Integer> restored(Sink sink, List<BundleFile> files) {
        return GoneFiles.of(sink, job.id(), job.progress().files(), this::check)
                .flatMap(gone -> Multi.createFrom().iterable(gone)
                        .onItem().transformToUniAndConcatenate(index -> restored(sink, files, index))
                        .onItem().ignoreAsUni().replaceWith(gone.size()));
    }

    /** With the manifest nothing more is done than that it counts as not written. */
    private Uni<Void> restored(Sink sink, List<BundleFile> files, int index) {
        if (index == files.size()) {
            LOG.warnf("The manifest of job %s is gone; it is written again", job.id());
            return saved(job.progress().first(index));
        }
        BundleFile file = files.get(index);
        LOG.warnf("A file of job %s is gone; it is written again: %s", job.id(), file.name());
        return opened(sink, file.name(), file.mediaType(), null)
                .flatMap(staged -> Uni.createFrom().deferred(() -> whole(staged, file.open(), reached -> check()))
                        .runSubscriptionOn(worker))
                .flatMap(stored -> {
                    JobFile now = told(file, stored);
                    JobProgress progress = job.progress();
                    boolean same = now.equals(progress.files().get(index));
                    JobProgress next = progress.with(index, now);
                    // Another build may compress in another way: the manifest has to say so.
                    return saved(same || next.files().size() <= files.size() ? next : next.first(files.size()));
                });
    }

    /** The manifest, as soon as all other files are there. */
    private Uni<Void> finish(Sink sink, JobPlan plan, List<BundleFile> files, int rounds) {
        return restored(sink, files).flatMap(gone -> {
            if (gone > 0 && rounds == 0) {
                return Uni.createFrom().failure(new SinkException(SinkException.Kind.FAILED,
                        "Files of the job are removed by somebody else as often as they are written.", null));
            }
            return gone > 0 ? finish(sink, plan, files, rounds - 1) : manifest(sink, plan, files.size());
        });
    }

    private Uni<Void> manifest(Sink sink, JobPlan plan, int files) {
        List<JobFile> written = job.progress().files();
        if (written.size() > files) {
            return Uni.createFrom().voidItem();
        }
        return opened(sink, MANIFEST, MANIFEST_TYPE, job.progress().checkpoint())
                .flatMap(staged -> Uni.createFrom().deferred(() -> {
                    BlockSource text = new TextBlock(plan.manifest(written.stream().map(JobFile::written).toList()));
                    return whole(staged, text, reached -> reached(reached, text.blocks(), 0));
                }).runSubscriptionOn(worker))
                .flatMap(stored -> saved(job.progress()
                        .and(new JobFile(MANIFEST, MANIFEST_TYPE, null, stored.bytes(), stored.sha256(), ""))));
    }

    private static JobFile told(BundleFile file, StoredFile stored) {
        return new JobFile(file.name(), file.mediaType(), file.rows().isPresent() ? file.rows().getAsLong() : null,
                stored.bytes(), stored.sha256(), file.canonicalUrl());
    }

    private Uni<StagedFile> opened(Sink sink, String name, String mediaType, @Nullable Checkpoint from) {
        check();
        return sink.open(new FileTarget(job.id() + "/" + name, mediaType), from).invoke(this::check);
    }

    private Uni<StoredFile> whole(StagedFile staged, BlockSource blocks, Consumer<Checkpoint> reached) {
        return written(staged, blocks, reached).invoke(this::check).flatMap(end -> staged.commit());
    }

    private Uni<Void> saved(JobProgress progress) {
        job = job.with(progress.after(worked()));
        return keeper.save(job).invoke(this::check);
    }

    private long worked() {
        return workedBefore + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Writes the blocks; the only step that a stop interrupts. */
    private Uni<Void> written(StagedFile staged, BlockSource blocks, Consumer<Checkpoint> reached) {
        reached.accept(staged.start());
        return Uni.createFrom().<Void>emitter(emitter -> {
            Cancellable writing = staged.write(blocks).subscribe().with(reached, emitter::fail,
                    () -> emitter.complete(null));
            interrupt = () -> {
                writing.cancel();
                emitter.fail(new StoppedException());
            };
            Stop before = stopped.get();
            if (before != null) {
                stop(before);
            }
        }).onTermination().invoke(() -> interrupt = null);
    }

    /** Blocks have nearly equal rows, so that those of a file are told in proportion until it is whole. */
    private synchronized void reached(Checkpoint checkpoint, long blocks, long rows) {
        if (stopped.get() != null) {
            return;
        }
        long before = blocks == 0 ? 0 : (long) ((double) rows * checkpoint.nextBlock() / blocks);
        job = job.with(job.progress().at(checkpoint, before).after(worked()));
        keeper.update(job);
    }

    private void check() {
        if (stopped.get() != null) {
            throw new StoppedException();
        }
    }

    private Uni<Void> stopped() {
        Stop why = stopped.get();
        if (why == Stop.CANCELLED) {
            return cancelled();
        }
        if (why == Stop.SHUTDOWN) {
            return keeper.save(job).invoke(keeper::close).flatMap(saved -> store.giveBack(lease));
        }
        if (why == Stop.GONE) {
            return forgotten();
        }
        return Uni.createFrom().failure(new StoppedException());
    }

    /** Nobody will ask for its files, and nobody else will remove them. */
    private Uni<Void> forgotten() {
        LOG.warnf("Job %s is not known to the store of jobs any more; its files are removed", job.id());
        return Uni.createFrom().deferred(() -> sinks.get().remove(job.id())).onFailure().invoke(thrown -> LOG
                .errorf(thrown, "Files of job %s, which is forgotten, could not be removed", job.id()))
                .onFailure().recoverWithNull();
    }

    private Uni<Void> cancelled() {
        return cleared().flatMap(left -> end(cancelledWith(left, Instant.now())));
    }

    private Job cancelledWith(String left, Instant now) {
        return (left.isEmpty() ? job.cancelled(now) : job.cancelled(now, left)).unwanted();
    }

    private Uni<Void> failed(Throwable thrown) {
        LOG.errorf(thrown, "Job %s failed", job.id());
        cause = thrown;
        return cleared().flatMap(left -> {
            Instant now = Instant.now();
            if (stopped.get() == Stop.CANCELLED) {
                return end(cancelledWith(left, now));
            }
            return end(job.failed(JobFailures.sentences(thrown) + (left.isEmpty() ? "" : " " + left), now));
        });
    }

    private synchronized Job bare() {
        job = job.running(Instant.now()).with(JobProgress.NONE);
        return job;
    }

    /**
     * Removes all files. Nobody is told of a file that is gone: the state without them is stored first, where there is room
     * for it. Where there is none, only their removal makes some.
     *
     * @return what could not be removed, in a sentence; empty where nothing is left
     */
    private Uni<String> cleared() {
        Job bare = bare();
        return keeper.save(bare).onFailure(JobStoreFullException.class).recoverWithItem(full -> {
            LOG.warnf("Files of job %s are removed before that is stored: %s", job.id(), full.getMessage());
            return null;
        }).flatMap(saved -> sinks.get().remove(job.id())).map(removed -> "")
                .onFailure(thrown -> !(thrown instanceof StoppedException)).recoverWithItem(thrown -> {
                    LOG.errorf(thrown, "Files of job %s could not be removed", job.id());
                    unremoved = true;
                    return "Its files could not be removed: some may be left in the folder " + job.id()
                            + " of the target. The service tries again every minute until it is stopped; to delete the"
                            + " job tries at once.";
                });
    }
}
