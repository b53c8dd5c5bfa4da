package io.focusgen.observe;

import jakarta.inject.Singleton;

import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.Slots;
import io.focusgen.http.streaming.StreamOutcomes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * {@code focus_streams_total} by outcome (completed, cancelled, failed, shed), {@code focus_streams_stalled_total} (those of
 * the cancelled that we cut off), {@code focus_stream_bytes_total}, {@code focus_streams_active} (slots taken, from planning
 * to the last byte) of {@code focus_streams_slots}, and {@code focus_plans_active} of {@code focus_plans_slots} for plans
 * that no stream follows. All are there from the start: a counter that first appears at 1 hides its first increase from
 * every rate() over it.
 */
@Startup
@Singleton
public class MicrometerStreamOutcomes implements StreamOutcomes {

    private final Counter completed;
    private final Counter cancelled;
    private final Counter failed;
    private final Counter shed;
    private final Counter stalled;
    private final Counter bytes;

    MicrometerStreamOutcomes(MeterRegistry registry, Admission admission) {
        completed = registry.counter("focus.streams", "outcome", "completed");
        cancelled = registry.counter("focus.streams", "outcome", "cancelled");
        failed = registry.counter("focus.streams", "outcome", "failed");
        shed = registry.counter("focus.streams", "outcome", "shed");
        stalled = registry.counter("focus.streams.stalled");
        bytes = registry.counter("focus.stream.bytes");
        gauges(registry, "focus.streams", admission.streams());
        gauges(registry, "focus.plans", admission.plans());
    }

    private static void gauges(MeterRegistry registry, String name, Slots slots) {
        Gauge.builder(name + ".active", slots, Slots::taken).strongReference(true).register(registry);
        Gauge.builder(name + ".slots", slots, Slots::size).strongReference(true).register(registry);
    }

    @Override
    public void started() {
        // A slot was taken before: the gauge knows.
    }

    @Override
    public void shed() {
        shed.increment();
    }

    @Override
    public void sent(int count) {
        bytes.increment(count);
    }

    @Override
    public void ended(End end) {
        counter(end).increment();
    }

    private Counter counter(End end) {
        return switch (end) {
            case COMPLETED -> completed;
            case CANCELLED -> cancelled;
            case FAILED -> failed;
            case STALLED -> {
                stalled.increment();
                yield cancelled;
            }
        };
    }
}
