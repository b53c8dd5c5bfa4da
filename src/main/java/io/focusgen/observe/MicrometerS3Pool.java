package io.focusgen.observe;

import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.s3.S3PoolMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * {@code focus_s3_connections} by state, and how many there may be: what the last call to S3 found. NaN where there was none
 * for a minute: only calls look.
 */
@Startup
@Singleton
public class MicrometerS3Pool implements S3PoolMetrics {

    private static final long OLD_NANOS = 60_000_000_000L;

    private final LongSupplier nanos;
    private volatile @Nullable Found last;

    private record Found(long at, int most, int leased, int available, int pending) {
    }

    @Inject
    MicrometerS3Pool(MeterRegistry registry) {
        this(registry, System::nanoTime);
    }

    /** @param nanos the time */
    MicrometerS3Pool(MeterRegistry registry, LongSupplier nanos) {
        this.nanos = nanos;
        connections(registry, "leased", Found::leased);
        connections(registry, "available", Found::available);
        connections(registry, "pending", Found::pending);
        Meters.gauge(registry, "focus.s3.connections.max", "Connections to S3 that there may be",
                () -> value(Found::most));
    }

    private void connections(MeterRegistry registry, String state, ToIntFunction<Found> figure) {
        Meters.gauge(registry, "focus.s3.connections",
                "Connections to S3 as the last call found them; pending are calls that wait for one",
                () -> value(figure), "state", state);
    }

    private double value(ToIntFunction<Found> figure) {
        Found found = last;
        return found == null || nanos.getAsLong() - found.at > OLD_NANOS ? Double.NaN : figure.applyAsInt(found);
    }

    @Override
    public void pool(int most, int leased, int available, int pending) {
        last = new Found(nanos.getAsLong(), most, leased, available, pending);
    }
}
