package io.focusgen.observe;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.focusgen.http.StreamOutcomes;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code focus_streams_total} by outcome, {@code focus_stream_bytes_total}, and {@code focus_streams_active}. */
@Singleton
public class MicrometerStreamOutcomes implements StreamOutcomes {

    private final MeterRegistry registry;
    private final AtomicInteger active;

    MicrometerStreamOutcomes(MeterRegistry registry) {
        this.registry = registry;
        active = registry.gauge("focus.streams.active", new AtomicInteger());
        for (End end : End.values()) {
            // A counter that first appears at 1 hides its first increase from every rate() over it.
            registry.counter("focus.streams", "outcome", label(end));
        }
    }

    @Override
    public void started() {
        active.incrementAndGet();
    }

    @Override
    public void ended(End end, long bytes) {
        active.decrementAndGet();
        registry.counter("focus.streams", "outcome", label(end)).increment();
        registry.counter("focus.stream.bytes").increment(bytes);
    }

    private static String label(End end) {
        return end.name().toLowerCase(Locale.ROOT);
    }
}
