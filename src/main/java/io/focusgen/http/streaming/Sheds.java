package io.focusgen.http.streaming;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts what is refused for want of a slot, in windows so short that little is left waiting when it is found to be very much.
 * Thread-safe.
 */
final class Sheds {

    /** Of a window. */
    static final long WINDOW_MILLIS = 200;

    /**
     * In a window: with fifty a second far more than clients that wait as they are told make, far fewer than cost a stream its
     * time.
     */
    static final int MANY = 10;

    private final LongSupplier nanos;
    private long window;
    private int now;
    private int before;

    /** @param nanos the time */
    Sheds(LongSupplier nanos) {
        this.nanos = nanos;
        window = current();
    }

    synchronized void one() {
        goOn();
        now++;
    }

    /** Whether it was {@value #MANY} or more in this window or in the one before. */
    synchronized boolean many() {
        goOn();
        return Math.max(now, before) >= MANY;
    }

    private void goOn() {
        long current = current();
        if (current != window) {
            before = current == window + 1 ? now : 0;
            now = 0;
            window = current;
        }
    }

    private long current() {
        return Math.floorDiv(nanos.getAsLong(), TimeUnit.MILLISECONDS.toNanos(WINDOW_MILLIS));
    }
}
