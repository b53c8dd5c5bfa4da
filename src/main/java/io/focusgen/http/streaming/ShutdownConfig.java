package io.focusgen.http.streaming;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the process ends. */
@ConfigMapping(prefix = "focus.shutdown")
public interface ShutdownConfig {

    /**
     * For so long, at most an hour, streams that are running may go on once the process is told to end; from
     * {@code SHUTDOWN_GRACE}. The default leaves ten seconds of the thirty that Kubernetes waits.
     */
    @WithDefault("20s")
    Duration grace();
}
