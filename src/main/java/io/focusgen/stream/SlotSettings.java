package io.focusgen.stream;

import java.util.Optional;

/**
 * How much is done at once; what comes on top is refused, never queued.
 *
 * @param streams streams, each from its planning to its last byte, 1 to 100,000
 * @param plans plans that no stream follows, 1 to 100,000
 */
public record SlotSettings(int streams, int plans) {

    /** What a block may weigh until it is read. */
    static final long BLOCK_BYTES = 4 << 20;

    /** What a stream keeps besides its blocks: its plan, its encoders, what is on its way to the socket. */
    static final long STREAM_BYTES = 4 << 20;

    /** Beyond so many for each core, a stream is so slow that its reader had better come back later. */
    private static final int STREAMS_PER_CORE = 32;

    private static final int PLANS_PER_CORE = 8;
    private static final int MOST = 100_000;

    public SlotSettings {
        requireWithin("focus.stream.slots", streams);
        requireWithin("focus.stream.plan-slots", plans);
    }

    /**
     * The configured values. Those that are absent follow the machine: all streams with all their blocks encoded and none
     * of them read fill at most three quarters of the heap.
     *
     * @throws IllegalArgumentException naming the key, its range and its value, if one is out of range
     */
    public static SlotSettings of(StreamConfig config, StreamSettings settings, int cores, long heapBytes) {
        int streams = (int) Math.min(fitting(settings, heapBytes), (long) cores * STREAMS_PER_CORE);
        return new SlotSettings(config.slots().orElse(streams), config.planSlots().orElse(cores * PLANS_PER_CORE));
    }

    /** Streams whose blocks the heap holds while nobody reads them; one at least. */
    private static long fitting(StreamSettings settings, long heapBytes) {
        return Math.max(1, heapBytes / 4 * 3 / (settings.blocksInFlight() * BLOCK_BYTES + STREAM_BYTES));
    }

    /** A sentence where there are more slots for streams than the heap holds. */
    Optional<String> doubt(StreamSettings settings, long heapBytes) {
        long fitting = fitting(settings, heapBytes);
        return streams <= fitting
                ? Optional.empty()
                : Optional
                        .of("FOCUS_STREAM_SLOTS is " + streams + ", but a heap of " + (heapBytes >> 20) + " MiB holds "
                                + fitting + " streams with " + settings.blocksInFlight()
                                + " blocks in flight: if more stall together, it may be full, and the service ends");
    }

    private static void requireWithin(String key, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(key + " must be 1 to " + MOST + ", but is " + value);
        }
    }
}
