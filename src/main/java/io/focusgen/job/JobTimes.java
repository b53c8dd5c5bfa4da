package io.focusgen.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * When what happened, in whole milliseconds.
 *
 * @param created when it was asked for
 * @param started when a worker first took it, or null
 * @param ended when it came to its end, or null
 */
public record JobTimes(Instant created, @Nullable Instant started, @Nullable Instant ended) {

    public JobTimes {
        created = created.truncatedTo(ChronoUnit.MILLIS);
        started = started == null ? null : started.truncatedTo(ChronoUnit.MILLIS);
        ended = ended == null ? null : ended.truncatedTo(ChronoUnit.MILLIS);
    }
}
