package io.focusgen.http.streaming;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.focusgen.http.filter.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Knows whether this process is about to end, and which streams are still being written. Thread-safe. */
@Singleton
public class Ending {

    private final Set<StreamingWriter> writers = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;

    /** Clients that keep their connection would go on asking a process that is about to end. */
    void register(@Observes Filters filters) {
        FilterOrder.ENDING.register(filters, this::closing);
    }

    private void closing(RoutingContext exchange) {
        if (begun) {
            exchange.response().putHeader("Connection", "close");
        }
        exchange.next();
    }

    /** Whether nothing new is begun any more. */
    public boolean begun() {
        return begun;
    }

    /** From now on nothing new is begun, and those who follow jobs look for another process. */
    void begin() {
        begun = true;
        writers.stream().filter(writer -> !writer.hasSlot()).forEach(StreamingWriter::cut);
    }

    void writing(StreamingWriter writer) {
        writers.add(writer);
        if (begun && !writer.hasSlot()) {
            writer.cut();
        }
    }

    void written(StreamingWriter writer) {
        writers.remove(writer);
    }

    /** Streams that are not over. */
    int running() {
        return writers.size();
    }

    /** Resets the connections of all streams that are not over, so that nobody takes what has arrived for the whole. */
    void cutAll() {
        writers.forEach(StreamingWriter::cut);
    }
}
