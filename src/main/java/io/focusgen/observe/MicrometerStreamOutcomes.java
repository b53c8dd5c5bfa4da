package io.focusgen.observe;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import jakarta.inject.Singleton;

import io.focusgen.http.streaming.Admission;
import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.Slots;
import io.focusgen.http.streaming.StreamOutcomes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;

/**
 * Streams: how they end ({@code focus_streams_total}; the stalled are among the cancelled), their slots, bytes, first byte,
 * the time they wait for their readers, and how fast the completed ones were while they did not.
 */
@Startup
@Singleton
public class MicrometerStreamOutcomes implements StreamOutcomes {

    /** Fewer are there before a rate means anything. */
    private static final long LEAST_ROWS = 10_000;

    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    private static final double[] ROWS_PER_SECOND = {1e4, 2.5e4, 5e4, 1e5, 2.5e5, 5e5, 1e6, 2.5e6, 5e6};

    /** How the wait for a first byte ended. */
    private enum Wait {
        /** It came. */
        BEGUN,
        /** The reader went away before it. */
        CANCELLED,
        /** It never came, by our fault. */
        FAILED;

        static Wait of(End end) {
            return switch (end) {
                case COMPLETED -> BEGUN;
                case CANCELLED, STALLED -> CANCELLED;
                case FAILED -> FAILED;
            };
        }
    }

    private final Map<End, Counter> ends = new EnumMap<>(End.class);
    private final Counter shed;
    private final Counter stalled;
    private final Counter bytes;
    private final Counter waited;
    private final Map<BodyFormat, Map<Wait, Timer>> firstBytes = new EnumMap<>(BodyFormat.class);
    private final DistributionSummary speed;

    MicrometerStreamOutcomes(MeterRegistry registry, Admission admission) {
        ends.put(End.COMPLETED, ended(registry, "completed"));
        ends.put(End.CANCELLED, ended(registry, "cancelled"));
        ends.put(End.STALLED, ended(registry, "cancelled"));
        ends.put(End.FAILED, ended(registry, "failed"));
        shed = ended(registry, "shed");
        stalled = Meters.counter(registry, "focus.streams.stalled",
                "Cancelled streams that were cut because their reader took nothing");
        bytes = Meters.counter(registry, "focus.stream.bytes", "Bytes of bodies handed to the operating system");
        waited = Meters.counter(registry, "focus.stream.backpressure.seconds",
                "Time that streams waited for their readers, summed over all streams");
        for (BodyFormat format : BodyFormat.values()) {
            Map<Wait, Timer> waits = new EnumMap<>(Wait.class);
            for (Wait wait : Wait.values()) {
                waits.put(wait, firstByte(registry, format, wait));
            }
            firstBytes.put(format, waits);
        }
        speed = DistributionSummary.builder("focus.stream.rows.per.second")
                .description(
                        "Rows per second of completed streams of 10,000 rows or more, while they did not wait for readers")
                .serviceLevelObjectives(ROWS_PER_SECOND).register(registry);
        slots(registry, "focus.streams", "streams", admission.streams());
        slots(registry, "focus.plans", "plans that no stream follows", admission.plans());
    }

    private static Counter ended(MeterRegistry registry, String outcome) {
        return Meters.counter(registry, "focus.streams",
                "Streamed answers that ended, or were refused for want of a slot",
                "outcome", outcome);
    }

    private static Timer firstByte(MeterRegistry registry, BodyFormat format, Wait wait) {
        return Timer.builder("focus.stream.first.byte")
                .description("From the head of a request to the first byte of the stream that answers it, or to an end"
                        + " before that")
                .serviceLevelObjectives(DoubleStream.of(SECONDS)
                        .mapToObj(seconds -> Duration.ofNanos((long) (seconds * 1e9)))
                        .toArray(Duration[]::new))
                .tags("format", format.label(), "outcome", wait.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private static void slots(MeterRegistry registry, String name, String what, Slots slots) {
        Meters.gauge(registry, name + ".active", "Slots of " + what + " that are taken", slots::taken);
        Meters.gauge(registry, name + ".slots", "Slots of " + what, slots::size);
    }

    @Override
    public void started() {
        // A slot was taken before: the gauge knows.
    }

    @Override
    public void firstByte(BodyFormat format, long nanos) {
        waited(format, Wait.BEGUN, nanos);
    }

    @Override
    public void unbegun(BodyFormat format, End end, long nanos) {
        waited(format, Wait.of(end), nanos);
    }

    private void waited(BodyFormat format, Wait wait, long nanos) {
        Timer timer = firstBytes.getOrDefault(format, Map.of()).get(wait);
        if (timer != null) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void waited(long nanos) {
        waited.increment(nanos / 1e9);
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
    public void ended(End end, Written written) {
        Counter counter = ends.get(end);
        if (counter != null) {
            counter.increment();
        }
        if (end == End.STALLED) {
            stalled.increment();
        }
        if (end == End.COMPLETED && written.rows() >= LEAST_ROWS) {
            speed.record(written.rows() / (Math.max(1, written.nanos() - written.waited()) / 1e9));
        }
    }
}
