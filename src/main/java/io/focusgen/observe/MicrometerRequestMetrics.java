package io.focusgen.observe;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.focusgen.focus.Dataset;
import io.focusgen.http.RequestMetrics;
import io.focusgen.stream.Format;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

/** {@code focus_requests_total} and {@code focus_request_seconds}, by data set, format and outcome. */
@Startup
@Singleton
public class MicrometerRequestMetrics implements RequestMetrics {

    private final MeterRegistry registry;

    MicrometerRequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Dataset dataset : Dataset.values()) {
            for (Format format : Format.values()) {
                for (Outcome outcome : Outcome.values()) {
                    // A counter that first appears at 1 hides its first increase from every rate() over it.
                    counter(tags(dataset, format, outcome));
                }
            }
        }
    }

    @Override
    public void finished(Dataset dataset, Format format, Outcome outcome, Duration duration) {
        Tags tags = tags(dataset, format, outcome);
        counter(tags).increment();
        Timer.builder("focus.request").description("How long requests for data sets took, to their last byte")
                .tags(tags)
                .register(registry).record(duration);
    }

    private Counter counter(Tags tags) {
        return Counter.builder("focus.requests").description("Requests for data sets that are over").tags(tags)
                .register(registry);
    }

    private static Tags tags(Dataset dataset, Format format, Outcome outcome) {
        return Tags.of("dataset", dataset.label(), "format", format.extension(), "outcome", outcome.label());
    }
}
