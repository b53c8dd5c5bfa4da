package io.focusgen.stream;

import java.time.Duration;

/**
 * How streams are cut and encoded.
 *
 * @param chunkBytes     bytes of one item, 32 to 256 KiB
 * @param blocksInFlight blocks of one stream encoded ahead of its reader, 1 to 1024
 * @param threads        threads that encode, shared by all streams, 1 to 1024
 * @param stallTimeout   a reader that takes not a single chunk for so long is cut off, positive
 */
public record StreamSettings(int chunkBytes, int blocksInFlight, int threads, Duration stallTimeout) {

    static final int MIN_CHUNK_BYTES = 32 << 10;
    static final int MAX_CHUNK_BYTES = 256 << 10;

    /** Beyond it a number is a slip of the keyboard: 1024 blocks hold 4 GiB. */
    private static final int MOST = 1024;

    public StreamSettings {
        requireWithin("focus.stream.chunk-bytes", chunkBytes, MIN_CHUNK_BYTES, MAX_CHUNK_BYTES);
        requireWithin("focus.stream.blocks-in-flight", blocksInFlight, 1, MOST);
        requireWithin("focus.stream.threads", threads, 1, MOST);
        if (stallTimeout.isNegative() || stallTimeout.isZero()) {
            throw new IllegalArgumentException("focus.stream.stall-timeout must be positive, but is " + stallTimeout);
        }
    }

    /** The defaults on a machine of so many cores. */
    public static StreamSettings forCores(int cores) {
        return new StreamSettings(128 << 10, cores + 2, cores, Duration.ofSeconds(60));
    }

    /**
     * The configured values, those that are absent chosen for {@code cores}.
     *
     * @throws IllegalArgumentException naming the key, its range and its value, if one is out of range
     */
    public static StreamSettings of(StreamConfig config, int cores) {
        long chunkBytes = config.chunkBytes().asLongValue();
        requireWithin("focus.stream.chunk-bytes", chunkBytes, MIN_CHUNK_BYTES, MAX_CHUNK_BYTES);
        return new StreamSettings((int) chunkBytes, config.blocksInFlight().orElse(cores + 2),
                config.threads().orElse(cores), config.stallTimeout());
    }

    private static void requireWithin(String key, long value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be " + least + " to " + most + ", but is " + value);
        }
    }
}
