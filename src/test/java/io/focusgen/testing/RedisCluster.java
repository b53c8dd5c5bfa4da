package io.focusgen.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A cluster of three masters without replicas, each a real Redis on the loopback address. */
public final class RedisCluster implements AutoCloseable {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;
    private static final Duration START = Duration.ofSeconds(60);

    private final List<RedisServer> nodes = new ArrayList<>();

    /** Starts one; it is there when all slots are served. */
    public RedisCluster() {
        try {
            for (int i = 0; i < MASTERS; i++) {
                Path folder = Files.createTempDirectory("redis-cluster");
                nodes.add(new RedisServer(List.of("--cluster-enabled", "yes", "--cluster-config-file",
                        folder.resolve("nodes.conf").toString(), "--cluster-node-timeout", "2000", "--dir",
                        folder.toString())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < MASTERS; i++) {
            List<String> words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            for (int slot = SLOTS * i / MASTERS; slot < SLOTS * (i + 1) / MASTERS; slot++) {
                words.add(Integer.toString(slot));
            }
            nodes.get(i).command(words.toArray(String[]::new));
            nodes.get(0).command("CLUSTER", "MEET", "127.0.0.1", Integer.toString(nodes.get(i).port()));
        }
        await().atMost(START).until(() -> nodes.stream()
                .allMatch(node -> node.command("CLUSTER", "INFO").contains("cluster_state:ok")));
    }

    /** Those that there are. */
    public List<RedisServer> nodes() {
        return List.copyOf(nodes);
    }

    /** The addresses of all, as in REDIS_URL. */
    public String urls() {
        return nodes.stream().map(RedisServer::url).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }
}
