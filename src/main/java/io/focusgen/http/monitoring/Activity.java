package io.focusgen.http.monitoring;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.focusgen.http.streaming.BodyFormat;
import io.focusgen.http.streaming.StreamOutcomes;
import io.focusgen.stream.Streams;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** What this process has done, and how fast it did in the last minute. Thread-safe. */
@Singleton
class Activity implements StreamOutcomes {

    private static final long BETWEEN_SAMPLES_MILLIS = 1_000;
    private static final int SAMPLES = 60;

    /** So far, at a moment. */
    record Sample(long nanos, long rows, long bytes, long ended) {
    }

    private final Streams streams;
    private final Map<End, LongAdder> ends = new EnumMap<>(End.class);
    private final LongAdder bytes = new LongAdder();
    private final LongAdder shed = new LongAdder();
    private final FirstBytes firstBytes = new FirstBytes(System::nanoTime);
    // guarded by itself
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    Activity(Streams streams) {
        this.streams = streams;
        for (End end : End.values()) {
            ends.put(end, new LongAdder());
        }
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        vertx.setPeriodic(BETWEEN_SAMPLES_MILLIS, timer -> keep());
        keep();
    }

    private void keep() {
        firstBytes.turn();
        synchronized (samples) {
            samples.addLast(now());
            if (samples.size() > SAMPLES) {
                samples.removeFirst();
            }
        }
    }

    Sample now() {
        long ended = ends.values().stream().mapToLong(LongAdder::sum).sum();
        return new Sample(System.nanoTime(), streams.load().rows(), bytes.sum(), ended);
    }

    /** About a minute ago, or when the process began. */
    Sample before() {
        synchronized (samples) {
            return samples.isEmpty() ? now() : samples.getFirst();
        }
    }

    long ended(End end) {
        LongAdder count = ends.get(end);
        return count == null ? 0 : count.sum();
    }

    long shedSoFar() {
        return shed.sum();
    }

    FirstBytes firstBytes() {
        return firstBytes;
    }

    @Override
    public void started() {
        // How many there are is what the slots know.
    }

    @Override
    public void firstByte(BodyFormat format, long nanos) {
        firstBytes.add(nanos);
    }

    @Override
    public void unbegun(BodyFormat format, End end, long nanos) {
        // How soon streams begin is told of those that do; how all end, too.
    }

    @Override
    public void waited(long nanos) {
        // Only a rate over some time says something: that is the metric's.
    }

    @Override
    public void shed() {
        shed.increment();
    }

    @Override
    public void sent(int count) {
        bytes.add(count);
    }

    @Override
    public void ended(End end, Written written) {
        LongAdder count = ends.get(end);
        if (count != null) {
            count.increment();
        }
    }
}
