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

    /**
     * Streams at once; what comes on top is refused. Absent, as many as fit three quarters of the heap with all their
     * blocks in flight, at most 32 for each core. More than fit can end the service where many readers stall together.
     */
    OptionalInt slots();

    /** Plans at once that no stream follows, as for HEAD; 8 for each core when absent. */
    OptionalInt planSlots();
}
