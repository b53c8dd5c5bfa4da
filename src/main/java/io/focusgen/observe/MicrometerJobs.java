package io.focusgen.observe;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.focusgen.job.Job;
import io.focusgen.job.JobEnded;
import io.focusgen.job.JobStatus;
import io.focusgen.job.Jobs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * {@code focus_jobs} by status, as the store knows them (of all replicas, where they share it), and
 * {@code focus_jobs_ended_total} by outcome, of this process.
 */
@Startup
@Singleton
public class MicrometerJobs implements JobEnded {

    private final Map<JobStatus, Counter> ended = new EnumMap<>(JobStatus.class);

    MicrometerJobs(MeterRegistry registry, Instance<Jobs> jobs) {
        for (JobStatus status : JobStatus.values()) {
            Supplier<Number> count = () -> jobs.get().counts().getOrDefault(status, 0L);
            Meters.gauge(registry, "focus.jobs", "Jobs as their store knows them, of all replicas that share it", count,
                    "status", status.label());
            if (status.ended()) {
                ended.put(status,
                        Meters.counter(registry, "focus.jobs.ended", "Jobs that this process has ended", "outcome",
                                status.label()));
            }
        }
    }

    @Override
    public void ended(Job job) {
        Counter counter = ended.get(job.status());
        if (counter != null) {
            counter.increment();
        }
    }
}
