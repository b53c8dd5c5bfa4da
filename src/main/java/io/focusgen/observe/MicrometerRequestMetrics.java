package io.focusgen.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    private record Kind(Dataset dataset, Format format, Outcome outcome) {

        Tags tags() {
            return Tags.of("dataset", dataset.label(), "format", format.extension(), "outcome", outcome.label());
        }
    }

    private final MeterRegistry registry;

    /** All there can be, from the start: a counter that first appears at 1 hides its first increase from every rate(). */
    private final Map<Kind, Counter> counters = new HashMap<>();

    /** Of what there was. The registry makes a builder and a name of each before it finds it. */
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    MicrometerRequestMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (Dataset dataset : Dataset.values()) {
            for (Format format : Format.values()) {
                for (Outcome outcome : Outcome.values()) {
                    Kind kind = new Kind(dataset, format, outcome);
                    counters.put(kind, Counter.builder("focus.requests").tags(kind.tags())
                            .description("Requests for data sets that are over").register(registry));
                }
            }
        }
    }

    @Override
    public void finished(Dataset dataset, Format format, Outcome outcome, Duration duration) {
        Kind kind = new Kind(dataset, format, outcome);
        Counter counter = counters.get(kind);
        if (counter != null) {
            counter.increment();
        }
        timers.computeIfAbsent(kind, this::timer).record(duration);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("focus.request").description("How long requests for data sets took, to their last byte")
                .tags(kind.tags()).register(registry);
    }
}
