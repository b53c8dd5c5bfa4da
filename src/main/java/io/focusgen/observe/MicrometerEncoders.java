package io.focusgen.observe;

import jakarta.inject.Singleton;

import io.focusgen.stream.Streams;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** The threads that encode, and {@code focus_rows_generated_total}: the rows of streams and jobs, arrived or not. */
@Startup
@Singleton
public class MicrometerEncoders {

    MicrometerEncoders(MeterRegistry registry, Streams streams) {
        FunctionCounter.builder("focus.rows.generated", streams, all -> all.load().rows())
                .description("Data rows encoded for streams and jobs, whether or not they arrived").register(registry);
        Meters.gauge(registry, "focus.encoder.threads", "Threads that encode", () -> streams.load().threads());
        Meters.gauge(registry, "focus.encoder.active", "Threads that are encoding", () -> streams.load().active());
        Meters.gauge(registry, "focus.encoder.queued", "Blocks that wait for a thread", () -> streams.load().queued());
    }
}
