package io.focusgen.http.monitoring;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * How soon streams began in the last five to ten minutes. Counted in steps of a fifth, from 0.1 ms to a quarter of an hour,
 * so that a figure is that much too large at most. Thread-safe; a few that come in the moment of a turn may be lost.
 */
final class FirstBytes {

    private static final double SMALLEST_MILLIS = 0.1;
    private static final double STEP = 1.2;
    private static final int STEPS = 90;
    private static final long TURN_NANOS = 300_000_000_000L;

    private final LongSupplier nanos;
    private volatile AtomicLongArray now = new AtomicLongArray(STEPS);
    private volatile AtomicLongArray before = new AtomicLongArray(STEPS);
    private long turned;

    /** @param nanos the time */
    FirstBytes(LongSupplier nanos) {
        this.nanos = nanos;
        turned = nanos.getAsLong();
    }

    void add(long took) {
        double millis = took / 1e6;
        double steps = Math.ceil(Math.log(Math.max(millis, SMALLEST_MILLIS) / SMALLEST_MILLIS) / Math.log(STEP));
        now.incrementAndGet((int) Math.min(STEPS - 1, steps));
    }

    /** Forgets what is old. To be called now and then. */
    synchronized void turn() {
        long time = nanos.getAsLong();
        if (time - turned >= TURN_NANOS) {
            before = time - turned >= 2 * TURN_NANOS ? new AtomicLongArray(STEPS) : now;
            now = new AtomicLongArray(STEPS);
            turned = time;
        }
    }

    long count() {
        long count = 0;
        for (int step = 0; step < STEPS; step++) {
            count += at(step);
        }
        return count;
    }

    /** Milliseconds within which this part of the streams began; empty where there were none. @param part 0 to 1 */
    OptionalDouble millis(double part) {
        long count = count();
        long seen = 0;
        for (int step = 0; step < STEPS && count > 0; step++) {
            seen += at(step);
            if (seen >= part * count) {
                return OptionalDouble.of(Math.round(SMALLEST_MILLIS * Math.pow(STEP, step) * 100) / 100.0);
            }
        }
        return OptionalDouble.empty();
    }

    private long at(int step) {
        return now.get(step) + before.get(step);
    }
}
