package io.focusgen.http.request;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How requests are read. */
@ConfigMapping(prefix = "focus.request")
public interface RequestConfig {

    /**
     * A connection is closed on which the head of a request is not complete so long after it was begun; the first one counts
     * from the connection. Longer lets slow clients hold more connections.
     */
    @WithDefault("10s")
    Duration headTimeout();

    /** A body that is not complete so long after its headers is refused. Longer lets slow clients hold more memory. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /**
     * Memory of all bodies that are on their way; what comes on top is refused. A sixteenth of the heap when absent. Much
     * less refuses large bodies, much more lets slow clients take what streams need.
     */
    Optional<MemorySize> bodyMemory();
}
