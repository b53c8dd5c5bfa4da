package io.focusgen.sink.disk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.focusgen.sink.SinkOffer;
import io.focusgen.sink.Target;
import io.focusgen.stream.Streams;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/** Makes the {@link DiskSink} from the configuration and removes what is old, hourly. */
@ApplicationScoped
class DiskWiring {

    private static final Logger LOG = Logger.getLogger(DiskWiring.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    @Produces
    @Singleton
    DiskSettings settings(DiskConfig config) {
        return DiskSettings.of(config);
    }

    @Produces
    @Singleton
    DiskSink sink(DiskSettings settings, Streams streams) {
        return new DiskSink(settings, streams, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    SinkOffer offer(DiskSink sink) {
        return new SinkOffer(Target.DISK, Optional.of(sink));
    }

    /** A value out of range stops the start, not the first job. */
    void start(@Observes StartupEvent start, DiskSink sink, Vertx vertx) {
        sink.count().subscribe().with(
                done -> LOG.debugf("%d of %d bytes of files", sink.bytes(), sink.quota()),
                failure -> LOG.warn("what earlier processes left does not count for DATA_QUOTA", failure));
        vertx.setPeriodic(BETWEEN_SWEEPS.toMillis(), timer -> sweep(sink));
    }

    private static void sweep(DiskSink sink) {
        sink.sweep(Clock.systemUTC().instant()).subscribe().with(
                removed -> removed.forEach(name -> LOG.infof("removed %s, which is older than DATA_MAX_AGE", name)),
                failure -> LOG.error("old files could not be removed", failure));
    }
}
