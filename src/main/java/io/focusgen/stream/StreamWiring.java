package io.focusgen.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

/** Makes {@link Streams} from the configuration. */
@ApplicationScoped
class StreamWiring {

    @Produces
    @Singleton
    Streams streams(StreamConfig config) {
        return new Streams(StreamSettings.of(config, Runtime.getRuntime().availableProcessors()));
    }

    void close(@Disposes Streams streams) {
        streams.close();
    }

    /** A value out of range stops the start, not the first request. */
    void checkAtStart(@Observes StartupEvent start, Streams streams) {
        streams.settings();
    }
}
