package io.focusgen.cache;

import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of what was made before. */
@ConfigMapping(prefix = "focus.cache")
public interface CacheConfig {

    /** {@code on} or {@code off}; from the environment variable {@code CACHE}. */
    @WithDefault("on")
    String mode();

    /** Memory of all that is kept, 1 MiB to a quarter of the heap; a sixteenth of the heap when absent. From {@code CACHE_MEMORY}. */
    Optional<MemorySize> memory();

    /** Seconds after which what was made is made anew, 1 to 604,800; from {@code CACHE_TTL}. */
    @WithDefault("3600")
    long ttl();
}
