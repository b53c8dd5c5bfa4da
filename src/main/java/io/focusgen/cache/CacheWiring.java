package io.focusgen.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Makes {@link Caches} from the configuration. */
@ApplicationScoped
class CacheWiring {

    private static final Logger LOG = Logger.getLogger(CacheWiring.class);

    @Produces
    @Singleton
    Caches caches(CacheConfig config) {
        try {
            return new Caches(CacheSettings.of(config, Runtime.getRuntime().maxMemory()));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** A value out of range stops the start, not the first request. */
    void checkAtStart(@Observes StartupEvent start, Caches caches) {
        CacheSettings settings = caches.settings();
        if (settings.on()) {
            LOG.infof("%d KiB for what is asked for again within %d s", settings.bytes() >> 10,
                    settings.ttl().toSeconds());
        } else {
            LOG.info("nothing is kept for who asks for it again");
        }
    }
}
