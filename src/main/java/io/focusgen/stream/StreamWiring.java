package io.focusgen.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Makes {@link Streams} from the configuration. */
@ApplicationScoped
class StreamWiring {

    private static final Logger LOG = Logger.getLogger(StreamWiring.class);

    @Produces
    @Singleton
    Streams streams(StreamConfig config) {
        return new Streams(StreamSettings.of(config, Runtime.getRuntime().availableProcessors()));
    }

    @Produces
    @Singleton
    SlotSettings slots(StreamConfig config, Streams streams) {
        return SlotSettings.of(config, streams.settings(), Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory());
    }

    void close(@Disposes Streams streams) {
        streams.close();
    }

    /** A value out of range stops the start, not the first request. */
    void checkAtStart(@Observes StartupEvent start, Streams streams, SlotSettings slots) {
        LOG.infof("%d streams at once, %d plans besides, %d threads that encode", slots.streams(), slots.plans(),
                streams.settings().threads());
        slots.doubt(streams.settings(), Runtime.getRuntime().maxMemory()).ifPresent(LOG::warn);
    }
}
