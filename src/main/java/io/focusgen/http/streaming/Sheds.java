package io.focusgen.http.streaming;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts what is refused for want of a slot, second by second. Thread-safe. */
final class Sheds {

    /** In a second: far more than clients that wait as they are told make, far fewer than cost a stream its time. */
    static final int MANY = 50;

    private final LongSupplier nanos;
    private long second;
    private int now;
    private int before;

    /** @param nanos the time */
    Sheds(LongSupplier nanos) {
        this.nanos = nanos;
        second = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
    }

    synchronized void one() {
        goOn();
        now++;
    }

    /** Whether it was {@value #MANY} or more in this second or in the one before. */
    synchronized boolean many() {
        goOn();
        return Math.max(now, before) >= MANY;
    }

    private void goOn() {
        long current = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
        if (current != second) {
            before = current == second + 1 ? now : 0;
            now = 0;
            second = current;
        }
    }
}
