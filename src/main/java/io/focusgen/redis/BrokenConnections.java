package io.focusgen.redis;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

/**
 * Keeps what the client says at ERROR, with a stack, of each connection to a Redis that went away out of the log: who has asked says
 * once that it does not answer. Whatever else it says is told as before.
 */
@Singleton
class BrokenConnections {

    /** How systems call it. */
    private static final Set<String> GONE = Set.of("Broken pipe", "Connection reset by peer", "Connection reset");

    /** Held, because what is set is lost with its logger. */
    private final Logger connections = Logger.getLogger("io.vertx.redis.client.impl.RedisConnectionManager");

    void quiet(@Observes StartupEvent start) {
        connections.setFilter(line -> !isOfReset(line));
    }

    private static boolean isOfReset(LogRecord line) {
        Throwable thrown = line.getThrown();
        return thrown instanceof ClosedChannelException
                || thrown instanceof IOException && GONE.contains(String.valueOf(thrown.getMessage()));
    }
}
