package io.focusgen.limit;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/**
 * The bounds of {@link Suspicion}: {@value #FREE} offences in a minute are free. Then the caller waits 10 s; who commits as many
 * while waiting has twice as long added, once in each such period, up to an hour. Nothing but an offence makes a wait longer. Ten
 * minutes after the end of the last one, or as long as that was, it begins with 10 s again. Thread-safe; of as many callers as fit
 * the bytes.
 */
public final class Suspects implements Suspicion {

    static final int FREE = 30;

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long FIRST = 10 * SECOND;
    private static final long LONGEST = 60 * MINUTE;
    private static final long MEMORY = 10 * MINUTE;

    /** With its name and its place in the table, estimated generously. */
    private static final int BYTES = 300;

    private final BoundedTable<Suspect> suspects;
    private final LongSupplier micros;
    private final BiConsumer<String, Duration> suspended;

    /**
     * @param bytes of all callers together
     * @param micros a clock that never goes back, in microseconds
     * @param suspended told of each period of waiting when it is decided on, with how long the caller has to wait from now
     */
    public Suspects(long bytes, LongSupplier micros, BiConsumer<String, Duration> suspended) {
        this.suspects = new BoundedTable<>(bytes, Suspect::new, suspect -> BYTES);
        this.micros = micros;
        this.suspended = suspended;
    }

    @Override
    public void record(String caller) {
        long now = micros.getAsLong();
        long wait = suspects.with(caller, suspect -> suspect.offend(now));
        if (wait > 0) {
            suspended.accept(caller, Duration.ofNanos(wait * 1000));
        }
    }

    @Override
    public Duration waits(String caller) {
        long now = micros.getAsLong();
        long left = suspects.withKnown(caller, suspect -> suspect.left(now), 0L);
        return Duration.ofNanos(left * 1000);
    }

    /** Callers that are remembered. */
    long callers() {
        return suspects.size();
    }

    /** One caller; only touched under the lock of the table. */
    private static final class Suspect {

        private int offences;
        /** Until when offences are counted together. */
        private long goEnds = Long.MIN_VALUE;
        private long until = Long.MIN_VALUE;
        private long length;

        /** @return how long to wait from now where a period of waiting was decided on, else 0 */
        long offend(long now) {
            if (now >= goEnds) {
                offences = 0;
                goEnds = now < until ? until : now + MINUTE;
            }
            if (now >= until + Math.max(MEMORY, length)) {
                length = 0;
            }
            offences++;
            if (offences != FREE + 1) {
                return 0;
            }
            length = length == 0 ? FIRST : Math.min(LONGEST, 2 * length);
            if (now < until) {
                // The go of offences ends with the period that it is in: no second one is added before.
                until += length;
            } else {
                until = now + length;
                goEnds = until;
                offences = 0;
            }
            return until - now;
        }

        long left(long now) {
            return now < until ? until - now : 0;
        }
    }
}
