package io.focusgen.observe.trace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.focusgen.spec.GeneratorVersion;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

/** Makes {@link Spans} from the configuration. Without a collector nothing of the SDK is loaded. */
@ApplicationScoped
class TraceWiring {

    /** Counted in docs/operating.md: the process ends no later for a collector that is gone. */
    private static final int CLOSE_SECONDS = 1;
    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(1);

    @Produces
    @Singleton
    Spans spans(TraceConfig config) {
        TraceSettings settings = TraceSettings.of(config);
        return settings.endpoint().map(endpoint -> Sent.to(endpoint.toString(), settings)).orElse(Spans.NONE);
    }

    void close(@Disposes Spans spans) {
        spans.close(CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Apart, so that its classes are loaded with the first use. */
    private static final class Sent {

        private Sent() {
        }

        static Spans to(String endpoint, TraceSettings settings) {
            Resource resource = Resource.getDefault().merge(Resource.create(Attributes.of(
                    AttributeKey.stringKey("service.name"), settings.serviceName(),
                    AttributeKey.stringKey("service.version"), GeneratorVersion.CURRENT)));
            return SdkSpans.of(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                    .setScheduleDelay(BETWEEN_MESSAGES).build(), resource, settings.ratio());
        }
    }
}
