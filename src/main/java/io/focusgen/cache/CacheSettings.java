package io.focusgen.cache;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;

/**
 * How much is kept for how long.
 *
 * @param bytes of all regions; 0 where nothing is kept
 * @param ttl after which what was made is made anew, 1 s to 7 days
 */
public record CacheSettings(long bytes, Duration ttl) {

    static final long LEAST_BYTES = 1 << 20;
    static final long MOST_SECONDS = Duration.ofDays(7).toSeconds();

    private static final int DEFAULT_PART = 16;
    private static final int LARGEST_PART = 4;

    /** Whether anything is kept. */
    public boolean on() {
        return bytes > 0;
    }

    /**
     * The configured values; where no memory is given, a sixteenth of the heap.
     *
     * @throws IllegalArgumentException naming the environment variable, its range and its value, if one is out of range
     */
    public static CacheSettings of(CacheConfig config, long heapBytes) {
        long seconds = config.ttl();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new IllegalArgumentException(
                    "CACHE_TTL must be 1 to " + MOST_SECONDS + " seconds, but is " + seconds);
        }
        return new CacheSettings(bytes(config, heapBytes), Duration.ofSeconds(seconds));
    }

    private static long bytes(CacheConfig config, long heapBytes) {
        long most = Math.max(LEAST_BYTES, heapBytes / LARGEST_PART);
        Optional<Long> given = config.memory().map(MemorySize::asLongValue);
        if (given.isPresent() && (given.get() < LEAST_BYTES || given.get() > most)) {
            throw new IllegalArgumentException("CACHE_MEMORY must be " + LEAST_BYTES + " to " + most
                    + " bytes, a quarter of the heap, but is " + given.get());
        }
        return switch (config.mode()) {
            case "on" -> given.orElse(Math.max(LEAST_BYTES, heapBytes / DEFAULT_PART));
            case "off" -> 0;
            default -> throw new IllegalArgumentException("CACHE must be on or off");
        };
    }
}
