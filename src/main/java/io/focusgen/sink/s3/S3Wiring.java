package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.focusgen.sink.SinkOffer;
import io.focusgen.sink.Target;
import io.focusgen.stream.Streams;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Makes the {@link S3Sink} where a bucket is configured, and aborts the uploads that were left there, hourly. */
@ApplicationScoped
class S3Wiring {

    private static final Logger LOG = Logger.getLogger(S3Wiring.class);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** No upload of ours is interrupted for so long and then gone on with. */
    private static final Duration UPLOAD_AGE = Duration.ofDays(1);

    private final Optional<S3Settings> settings;

    /** @throws ConfigurationException with a sentence that names the variable, if a value is out of range */
    S3Wiring(S3Config config) {
        try {
            settings = S3Settings.of(config);
        } catch (IllegalArgumentException wrong) {
            // Without its cause, which would be what the start ends with.
            throw new ConfigurationException(wrong.getMessage() + ".");
        }
    }

    /** The client of quarkus-amazon-s3, made our way; the extension makes its builder because somebody wants the client. */
    @Produces
    @Singleton
    S3AsyncClient client(S3AsyncClientBuilder builder, @Any Instance<S3PoolMetrics> observers) {
        return S3Connection.client(configured(), Infrastructure.getDefaultWorkerPool(), observers, builder);
    }

    /** The presigner of quarkus-amazon-s3 likewise. */
    @Produces
    @Singleton
    S3Presigner presigner(S3Presigner.Builder builder) {
        return S3Connection.presigner(configured(), builder);
    }

    @Produces
    @Singleton
    S3Connection connection(Instance<S3AsyncClient> client, Instance<S3Presigner> presigner) {
        return new S3Connection(configured(), client.get(), presigner.get());
    }

    private S3Settings configured() {
        return settings
                .orElseThrow(() -> new IllegalStateException("no bucket is configured, S3_BUCKET_NAME is not set"));
    }

    void close(@Disposes S3Connection connection) {
        connection.close();
    }

    /** Makes no call before it is used. */
    @Produces
    @Singleton
    S3Sink sink(GuardedS3Calls calls, @Any Instance<S3Metrics> metrics, Instance<S3Connection> connection,
            Streams streams) {
        return new S3Sink(new CountedS3Calls(calls, metrics), new S3Links() {
            @Override
            public URI link(String name, Duration validity) {
                return connection.get().link(name, validity);
            }

            @Override
            public URI location(String name) {
                return connection.get().location(name);
            }
        }, streams, Infrastructure.getDefaultWorkerPool());
    }

    @Produces
    @Singleton
    SinkOffer offer(Instance<S3Sink> sink) {
        return new SinkOffer(Target.S3, settings.map(known -> sink.get()));
    }

    /** A value out of range stops the start, not the first job: the constructor reads the settings. */
    void start(@Observes StartupEvent start, Instance<S3Sink> sink, Vertx vertx) {
        settings.ifPresent(known -> {
            LOG.infof("files are put to %s", known);
            vertx.setPeriodic(BETWEEN_SWEEPS.toMillis(), timer -> sweep(sink.get()));
        });
    }

    private static void sweep(S3Sink sink) {
        sink.sweep(Clock.systemUTC().instant().minus(UPLOAD_AGE)).subscribe().with(
                aborted -> aborted.forEach(name -> LOG.infof("aborted an upload of %s that was left for a day", name)),
                failure -> LOG.warn("uploads that were left could not be aborted", failure));
    }
}
