package io.focusgen.observe.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/**
 * Spans of the OpenTelemetry SDK. They are made when they are over, from the times they began and ended at; their ids are
 * chosen before, so that those below know them.
 */
final class SdkSpans implements Spans {

    private static final String HEADER = "traceparent";
    private static final int TRACE_BYTES = 16;
    private static final int ALL_BYTES = 24;

    private static final TextMapGetter<String> ONLY_HEADER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final Sampler sampler;
    private final ChosenIds ids = new ChosenIds();

    private SdkSpans(SpanProcessor processor, Resource resource, double ratio) {
        sampler = Sampler.traceIdRatioBased(ratio);
        provider = SdkTracerProvider.builder().addSpanProcessor(processor).setResource(resource).setIdGenerator(ids)
                .setSampler(Sampler.parentBased(sampler)).build();
        tracer = provider.get("focus-generator");
    }

    static SdkSpans of(SpanProcessor processor, Resource resource, double ratio) {
        return new SdkSpans(processor, resource, ratio);
    }

    @Override
    public boolean on() {
        return true;
    }

    @Override
    public Place begin(@Nullable String traceparent) {
        SpanContext parent = traceparent == null
                ? SpanContext.getInvalid()
                : Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent,
                        ONLY_HEADER)).getSpanContext();
        if (parent.isValid()) {
            return new SdkPlace(parent, context(parent.getTraceId(), ids.random(), parent.getTraceFlags()));
        }
        String trace = IdGenerator.random().generateTraceId();
        return new SdkPlace(SpanContext.getInvalid(), context(trace, ids.random(), flags(trace)));
    }

    @Override
    public Place of(String job) {
        byte[] hash = sha256(job);
        String trace = HexFormat.of().formatHex(hash, 0, TRACE_BYTES);
        return new SdkPlace(SpanContext.getInvalid(),
                context(trace, HexFormat.of().formatHex(hash, TRACE_BYTES, ALL_BYTES), flags(trace)));
    }

    private TraceFlags flags(String trace) {
        SamplingDecision decision = sampler
                .shouldSample(Context.root(), trace, "", SpanKind.INTERNAL, Attributes.empty(),
                        List.of())
                .getDecision();
        return decision == SamplingDecision.RECORD_AND_SAMPLE ? TraceFlags.getSampled() : TraceFlags.getDefault();
    }

    private static SpanContext context(String trace, String span, TraceFlags flags) {
        return SpanContext.create(trace, span, flags, TraceState.getDefault());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public void close(long time, TimeUnit unit) {
        provider.shutdown().join(time, unit);
    }

    private final class SdkPlace implements Place {

        private final SpanContext parent;
        private final SpanContext own;
        private final @Nullable SpanContext link;

        SdkPlace(SpanContext parent, SpanContext own) {
            this(parent, own, null);
        }

        private SdkPlace(SpanContext parent, SpanContext own, @Nullable SpanContext link) {
            this.parent = parent;
            this.own = own;
            this.link = link;
        }

        @Override
        public String trace() {
            return own.getTraceId();
        }

        @Override
        public void tell(BiConsumer<String, String> headers) {
            W3CTraceContextPropagator.getInstance().inject(Context.root().with(Span.wrap(own)), headers,
                    (carrier, key, value) -> headers.accept(key, value));
        }

        @Override
        public Place below() {
            return new SdkPlace(own, context(own.getTraceId(), ids.random(), own.getTraceFlags()));
        }

        @Override
        public Place linkedTo(Place other) {
            return new SdkPlace(parent, own, ((SdkPlace) other).own);
        }

        @Override
        public void end(String name, String kind, long fromNanos, long toNanos, Map<String, Object> attributes,
                @Nullable String failure) {
            if (!own.isSampled()) {
                return;
            }
            Instant now = Instant.now();
            long nanos = System.nanoTime();
            SpanBuilder builder = tracer.spanBuilder(name).setSpanKind(SpanKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                    .setStartTimestamp(now.minusNanos(nanos - fromNanos));
            builder.setParent(parent.isValid() ? Context.root().with(Span.wrap(parent)) : Context.root());
            if (link != null) {
                builder.addLink(link);
            }
            attributes.forEach((key, value) -> {
                if (value instanceof Long number) {
                    builder.setAttribute(key, number);
                } else {
                    builder.setAttribute(key, String.valueOf(value));
                }
            });
            Span span = ids.choosing(own, builder::startSpan);
            if (failure != null) {
                span.setStatus(StatusCode.ERROR, failure);
            }
            span.end(now.minusNanos(nanos - toNanos));
        }
    }
}
