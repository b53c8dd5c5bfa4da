package io.focusgen.http.job;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.netty.channel.DefaultFileRegion;
import io.quarkus.runtime.StartupEvent;

/**
 * Keeps what Vert.x says at ERROR, with a stack, of a client that goes away while it is sent a file out of the log: the line of
 * the request says so. Files that cannot be read are told of as before.
 */
@Singleton
class BrokenDownloads {

    /** How systems call it. */
    private static final Set<String> GONE = Set.of("Broken pipe", "Connection reset by peer", "Connection reset");

    /** Held, because what is set is lost with its logger. */
    private final Logger connections = Logger.getLogger("io.vertx.core.net.impl.ConnectionBase");

    void quiet(@Observes StartupEvent start) {
        connections.setFilter(line -> !isOfFile(line));
    }

    private static boolean isOfFile(LogRecord line) {
        Throwable thrown = line.getThrown();
        return thrown instanceof ClosedChannelException
                || thrown instanceof IOException && GONE.contains(String.valueOf(thrown.getMessage()))
                        && Stream.of(thrown.getStackTrace())
                                .anyMatch(frame -> frame.getClassName().equals(DefaultFileRegion.class.getName()));
    }
}
