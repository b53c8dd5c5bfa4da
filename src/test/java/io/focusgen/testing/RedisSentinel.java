package io.focusgen.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A master, a replica, and a sentinel that makes the one of the other where it is gone. */
public final class RedisSentinel implements AutoCloseable {

    /** The name of the master. */
    public static final String MASTER = "limits";

    private static final Duration START = Duration.ofSeconds(60);

    private final RedisServer master = new RedisServer();
    private final RedisServer replica = new RedisServer(
            List.of("--replicaof", "127.0.0.1", Integer.toString(master.port())));
    private final RedisServer sentinel;

    /** Starts one; it is there when the sentinel knows the replica. */
    public RedisSentinel() {
        try {
            Path folder = Files.createTempDirectory("redis-sentinel");
            Path file = Files.writeString(folder.resolve("sentinel.conf"), "sentinel monitor " + MASTER + " 127.0.0.1 "
                    + master.port() + " 1\nsentinel down-after-milliseconds " + MASTER
                    + " 1000\nsentinel failover-timeout "
                    + MASTER + " 3000\ndir " + folder + "\n");
            sentinel = new RedisServer(List.of(file.toString(), "--sentinel"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(START).until(() -> replica.command("ROLE").contains("connected"));
        await().atMost(START).until(() -> sentinel.command("SENTINEL", "REPLICAS", MASTER).contains("slave-priority"));
    }

    public RedisServer master() {
        return master;
    }

    public RedisServer replica() {
        return replica;
    }

    /** The address of the sentinel, as in REDIS_URL. */
    public String url() {
        return sentinel.url();
    }

    @Override
    public void close() {
        sentinel.close();
        replica.close();
        master.close();
    }
}
