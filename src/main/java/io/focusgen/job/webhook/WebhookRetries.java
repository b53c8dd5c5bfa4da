package io.focusgen.job.webhook;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When a message is tried again: after 5 seconds, then each time four times as long, 6 hours at most, each a fifth longer or
 * shorter by chance so that messages of one moment do not come back together.
 *
 * @param chance gives numbers from 0 to 1
 */
record WebhookRetries(DoubleSupplier chance) {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int GROWTH = 4;
    private static final double JITTER = 0.2;

    /** How long to wait after so many attempts, at least 1. */
    Duration after(int attempts) {
        Duration wait = FIRST;
        for (int i = 1; i < attempts && wait.compareTo(LONGEST) < 0; i++) {
            wait = wait.multipliedBy(GROWTH);
        }
        long millis = Math.min(wait.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 - JITTER + 2 * JITTER * chance.getAsDouble())));
    }
}
