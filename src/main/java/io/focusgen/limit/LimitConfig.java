package io.focusgen.limit;

import java.util.Optional;
import java.util.OptionalLong;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much each caller may ask for. {@link LimitSettings} holds the defaults and the bounds of each value. */
@ConfigMapping(prefix = "focus.limit")
public interface LimitConfig {

    /** Whether there are limits: {@code on} or {@code off}. Absent, they are on where one is set, else as in {@link #preset()}. */
    Optional<String> mode();

    /** Whether there are limits where nothing else says so; not for operators but for whoever starts the service for them. */
    @WithDefault("on")
    String preset();

    /** Requests for streams and jobs in any minute; 10 when absent. */
    OptionalLong perMinute();

    /** The same in any hour; 100 when absent. */
    OptionalLong perHour();

    /** The same in any 24 hours; 1,000 when absent. */
    OptionalLong perDay();

    /** Requests for previews, the catalogue and what is about jobs in any minute; 120 when absent. */
    OptionalLong queriesPerMinute();

    /** Data rows in any 24 hours; as many as anybody asks for when absent. */
    OptionalLong rowsPerDay();

    /** Answers with rows and files of jobs at once, and as many with events of jobs, in each process; 16 when absent. */
    OptionalLong streamsPerCaller();
}
