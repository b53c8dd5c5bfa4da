package io.focusgen.stream;

import java.time.Duration;
import java.util.OptionalInt;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How streams are cut and encoded. {@link StreamSettings} holds the limits of each value. */
@ConfigMapping(prefix = "focus.stream")
public interface StreamConfig {

    /** Bytes of one item, 32 to 256 KiB. Smaller means an earlier first byte, larger means fewer writes. */
    @WithDefault("128K")
    MemorySize chunkBytes();

    /**
     * Blocks of one stream encoded ahead of its reader; the number of cores plus two when absent. Each holds up to 4 MiB
     * until it is read; fewer than the threads leaves cores idle for a single stream.
     */
    OptionalInt blocksInFlight();

    /** Threads that encode, shared by all streams; the number of cores when absent. More only adds switching. */
    OptionalInt threads();

    /** A reader that takes not a single chunk for so long is cut off. */
    @WithDefault("60s")
    Duration stallTimeout();
}
