package io.focusgen.observe;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.focusgen.focus.Dataset;
import io.focusgen.http.RequestMetrics;
import io.focusgen.stream.Format;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
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
                    registry.counter("focus.requests", tags(dataset, format, outcome));
                }
            }
        }
    }

    @Override
    public void finished(Dataset dataset, Format format, Outcome outcome, Duration duration) {
        Tags tags = tags(dataset, format, outcome);
        registry.counter("focus.requests", tags).increment();
        registry.timer("focus.request", tags).record(duration);
    }

    private static Tags tags(Dataset dataset, Format format, Outcome outcome) {
        return Tags.of("dataset", dataset.label(), "format", format.extension(), "outcome", outcome.label());
    }
}
