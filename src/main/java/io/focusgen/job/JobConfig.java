package io.focusgen.job;

import java.time.Duration;
import java.util.OptionalInt;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How jobs are queued and run. {@link JobSettings} holds the limits of each value. */
@ConfigMapping(prefix = "focus.job")
public interface JobConfig {

    /** Jobs that may wait, 1 to 100,000; what comes on top is refused. */
    @WithDefault("100")
    int queue();

    /** Jobs that one process runs at once, 1 to 64; when absent half the cores, no more than the heap holds, and at least 1. */
    OptionalInt atOnce();

    /** How long an ended job is known, a minute to a year. */
    @WithDefault("7d")
    Duration keep();

    /** A worker that is not heard of for so long has lost its job, 2 seconds to 10 minutes. */
    @WithDefault("15s")
    Duration lease();

    /** Readers of progress at once, 1 to 10,000; what comes on top is refused. */
    @WithDefault("64")
    int listeners();
}
