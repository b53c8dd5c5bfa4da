package io.focusgen.job;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Sink;
import io.focusgen.sink.SinkException;
import io.focusgen.sink.Sinks;
import io.focusgen.sink.Target;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * The jobs of this service: opens the store that is configured and runs what is in it. Where there is none to be had, the
 * service goes on without jobs, and says why to who asks for one.
 */
@Singleton
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(5);
    private static final Duration LONGEST_COUNT = Duration.ofSeconds(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

    private final JobSettings settings;
    private final int replicas;
    private final JobStoreProvider provider;
    private final Sinks sinks;
    private final List<JobEnded> listeners;
    private final List<WebhookRules> webhooks;

    private volatile @Nullable JobStore store;
    private volatile @Nullable JobRunner runner;
    private volatile String reason = "The service is starting; ask again in a moment.";
    private volatile Map<JobStatus, Long> counts = Map.of();
    private volatile @Nullable String trouble;
    private volatile @Nullable String told;
    private volatile @Nullable Cancellable work;
    private volatile boolean stopping;

    @Inject
    public Jobs(JobConfig config, @ConfigProperty(name = "focus.replicas") int replicas,
            @All List<JobStoreProvider> providers, Sinks sinks, @All List<JobEnded> listeners,
            @All List<WebhookRules> webhooks) {
        this.settings = JobSettings.of(config);
        this.replicas = replicas;
        this.provider = providers.stream().filter(JobStoreProvider::configured)
                .max(Comparator.comparing(JobStoreProvider::rank)).orElseThrow();
        this.sinks = sinks;
        this.listeners = listeners;
        this.webhooks = webhooks;
        if (replicas < 1) {
            throw new ConfigurationException(
                    "REPLICAS=" + replicas + " is out of range. Set it to the number of replicas, 1 or more.");
        }
    }

    void start(@Observes StartupEvent start) {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            reason = missing.get();
            LOG.warn(reason);
        } else {
            open();
        }
    }

    /** What several replicas lack to share their jobs. */
    private Optional<String> missing() {
        List<String> names = new ArrayList<>();
        if (replicas > 1 && !provider.shared()) {
            names.add("REDIS_URL");
        }
        if (replicas > 1 && !sinks.available().contains(Target.S3)) {
            names.add("S3_BUCKET_NAME");
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("There are no jobs: with several replicas they need REDIS_URL and S3_BUCKET_NAME, so that"
                        + " every replica knows them and their files. Whoever runs the service has to set "
                        + String.join(" and ", names) + ", or REPLICAS=1.");
    }

    private void open() {
        work = provider.open().subscribe().with(this::opened, failure -> {
            reason = failure instanceof JobsUnavailableException && failure.getMessage() != null
                    ? failure.getMessage()
                    : "The store of jobs cannot be reached; ask again later.";
            tell(failure.getCause() == null ? reason : reason + " Cause: " + failure.getCause());
            work = Uni.createFrom().voidItem().onItem().delayIt().by(BETWEEN_TRIES).subscribe()
                    .with(again -> open());
        });
    }

    /** Tried again every few seconds, and told again where the reason has become another one. */
    private void tell(String why) {
        if (!why.equals(told)) {
            told = why;
            LOG.warnf("There are no jobs at the moment: %s", why);
        }
    }

    private void opened(JobStore opened) {
        if (stopping) {
            return;
        }
        JobRunner started = new JobRunner(opened, this::sink, new BundlePlanner(),
                Infrastructure.getDefaultWorkerPool(), settings, new Listeners());
        store = opened;
        runner = started;
        started.start();
        work = Uni.createFrom().deferred(opened::counts)
                .ifNoItem().after(LONGEST_COUNT)
                .failWith(() -> new JobsUnavailableException("The store of jobs does not answer.", null))
                .invoke(counted -> trouble = null)
                .onFailure().recoverWithItem(failure -> {
                    LOG.debug("Jobs were not counted", failure);
                    trouble = failure instanceof JobsUnavailableException && failure.getMessage() != null
                            ? failure.getMessage()
                            : "The store of jobs failed; whoever runs the service finds the cause in the log.";
                    return counts;
                })
                .invoke(counted -> counts = counted)
                .onItem().delayIt().by(BETWEEN_COUNTS).repeat().until(counted -> stopping)
                .subscribe().with(counted -> LOG.tracef("Jobs: %s", counted));
    }

    private Sink sink(JobOrder order) {
        return Target.byLabel(order.target()).filter(sinks.available()::contains).map(sinks::of)
                .orElseThrow(() -> new SinkException(SinkException.Kind.FAILED,
                        "The target " + order.target() + " is not set up in this service any more.", null));
    }

    /** Where the files of a job are. @throws SinkException where that is not set up any more */
    public Sink sink(Job job) {
        return sink(job.order());
    }

    private void ended(Job job) {
        tell(job, listener -> listener.ended(job));
    }

    private void tell(Job job, Consumer<JobEnded> what) {
        for (JobEnded listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "Somebody could not hear of the end of job %s", job.id());
            }
        }
    }

    /** All that want to hear of the end of jobs. */
    private final class Listeners implements JobEnded {

        @Override
        public void ended(Job job) {
            Jobs.this.ended(job);
        }

        @Override
        public void failed(Job job, Throwable cause) {
            tell(job, listener -> listener.failed(job, cause));
        }
    }

    /** Waits a few seconds for what is under way to be stored. */
    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        Cancellable waiting = work;
        if (waiting != null) {
            waiting.cancel();
        }
        JobRunner running = runner;
        if (running == null) {
            return;
        }
        try {
            running.stop().subscribeAsCompletionStage().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("How far jobs are was not stored in time; they go on from what was stored before", failed);
        }
    }

    /** The limits that are configured. */
    public JobSettings settings() {
        return settings;
    }

    /** Why there are no jobs, and what to do; empty where there are. */
    public Optional<String> unavailable() {
        return store == null ? Optional.of(reason) : Optional.empty();
    }

    /**
     * What is wrong with the jobs: why there are none, or what the last look into the store came to, some seconds ago. Empty
     * where nothing is wrong.
     */
    public Optional<String> trouble() {
        return unavailable().or(() -> Optional.ofNullable(trouble));
    }

    /** The store. @throws JobsUnavailableException where there is none now */
    public JobStore store() {
        JobStore opened = store;
        if (opened == null) {
            throw new JobsUnavailableException(reason, null);
        }
        return opened;
    }

    /** A reader of requests for jobs. */
    public JobReader reader() {
        return new JobReader(replicas > 1 ? Set.of(Target.S3) : sinks.available(),
                replicas > 1 ? Target.S3 : Target.DISK, webhooks.stream().findFirst());
    }

    /** Where files may be put. */
    public Set<Target> targets() {
        return sinks.available();
    }

    /** Adds a job and has it looked at. See {@link JobStore#add}. */
    public Uni<Added> add(Job job, @Nullable String key) {
        return store().add(job, key).invoke(added -> {
            JobRunner running = runner;
            if (running != null) {
                running.wake();
            }
        });
    }

    /** Cancels a job. See {@link JobStore#cancel}. */
    public Uni<Optional<Job>> cancel(String id) {
        Instant now = new JobTimes(Instant.now(), null, null).created();
        return store().cancel(id, now).invoke(found -> {
            JobRunner running = runner;
            if (running != null) {
                running.beat(id);
                running.wake();
            }
            found.filter(job -> job.status() == JobStatus.CANCELLED && now.equals(job.times().ended()))
                    .ifPresent(this::ended);
        });
    }

    /** How many jobs there are of each status, some seconds ago; empty where that is not known. */
    public Map<JobStatus, Long> counts() {
        return counts;
    }
}
