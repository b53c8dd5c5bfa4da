package io.focusgen.observe.trace;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.job.Job;
import io.focusgen.job.JobEnded;
import io.focusgen.job.JobStatus;
import io.focusgen.sink.s3.S3Metrics;

/** A trace for each job, with a span below for its run and one for each part that is sent to S3, by whatever process. */
@Singleton
public class TracedJobs implements JobEnded, S3Metrics {

    private static final String KIND = "internal";

    private final Spans spans;

    TracedJobs(Spans spans) {
        this.spans = spans;
    }

    @Override
    public void ended(Job job) {
        if (!spans.on() || job.times().ended() == null) {
            return;
        }
        long now = System.nanoTime();
        Spans.Place place = spans.of(job.id());
        String failure = job.status() == JobStatus.COMPLETED ? null : job.status().label();
        place.end("job", KIND, now - Duration.between(job.times().created(), job.times().ended()).toNanos(), now,
                Map.of("focus.job", job.id()), failure);
        if (job.times().started() != null) {
            place.below().end("run", KIND,
                    now - Duration.between(job.times().started(), job.times().ended()).toNanos(), now, Map.of(),
                    failure);
        }
    }

    @Override
    public void stored(String name, long bytes, long nanos) {
        part(name, nanos, Map.of("focus.bytes", bytes), null);
    }

    @Override
    public void failed(String name, long nanos) {
        part(name, nanos, Map.of(), "failed");
    }

    @Override
    public void open(int uploads) {
        // Of interest as a number over time only.
    }

    /** Files are in a folder with the name of their job. */
    private void part(String name, long nanos, Map<String, Object> attributes, @Nullable String failure) {
        if (spans.on()) {
            long now = System.nanoTime();
            spans.of(name.substring(0, Math.max(0, name.indexOf('/')))).below().end("s3 part", "client", now - nanos,
                    now,
                    attributes, failure);
        }
    }
}
