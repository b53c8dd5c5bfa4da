package io.focusgen.testing;

import java.time.Duration;
import java.util.List;

import io.focusgen.testing.FaultProxy.Direction;

/** Ways to lose a Redis, or the way to it: the same table for all that is kept there. */
public enum RedisFault {
    /** Kill −9: what it held is gone. */
    KILLED,
    FROZEN,
    /** Its answers come after seconds. */
    SLOW,
    PORT_CLOSED,
    /** Each connection is reset. */
    RESET,
    /** Connections stand, and nothing passes. */
    SILENT,
    /** It reads, and stores nothing. */
    OUT_OF_MEMORY,
    WRONG_PASSWORD,
    /** It has become the replica of one that is not there. */
    READ_ONLY;

    /** Longer than any call waits. */
    private static final Duration SLOWNESS = Duration.ofSeconds(4);

    /** Whether it answers what is only read. */
    public boolean reads() {
        return this == OUT_OF_MEMORY || this == READ_ONLY;
    }

    /** Begins. @param proxy the way to {@code redis} of whoever is tested */
    public void inject(RedisServer redis, FaultProxy proxy) {
        switch (this) {
            case KILLED -> redis.kill();
            case FROZEN -> redis.freeze();
            case SLOW -> proxy.delay(Direction.TO_CLIENT, SLOWNESS);
            case PORT_CLOSED -> proxy.closePort();
            case RESET -> proxy.refuse();
            case SILENT -> proxy.freeze();
            case OUT_OF_MEMORY -> redis.command("CONFIG", "SET", "maxmemory", "1");
            case WRONG_PASSWORD -> {
                redis.command("CONFIG", "SET", "requirepass", "other");
                proxy.resetAll();
            }
            case READ_ONLY -> redis.command("REPLICAOF", "127.0.0.1", "1");
        }
    }

    /** Is over. */
    public void mend(RedisServer redis, FaultProxy proxy) {
        switch (this) {
            case KILLED -> redis.start();
            case FROZEN -> redis.thaw();
            case SLOW, PORT_CLOSED, RESET, SILENT -> proxy.forward();
            case OUT_OF_MEMORY -> redis.command("CONFIG", "SET", "maxmemory", "0");
            case WRONG_PASSWORD -> redis.commands(List.of("AUTH", "other"), "CONFIG", "SET", "requirepass", "");
            case READ_ONLY -> redis.command("REPLICAOF", "NO", "ONE");
        }
    }
}
