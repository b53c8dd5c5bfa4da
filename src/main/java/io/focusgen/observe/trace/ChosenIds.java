package io.focusgen.observe.trace;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.trace.IdGenerator;

/** Gives a span the ids that were chosen for it before it was made. Thread-safe. */
final class ChosenIds implements IdGenerator {

    private final ThreadLocal<@Nullable SpanContext> chosen = new ThreadLocal<>();

    /** Makes something whose spans get these ids. */
    <T> T choosing(SpanContext ids, Supplier<T> made) {
        chosen.set(ids);
        try {
            return made.get();
        } finally {
            chosen.remove();
        }
    }

    /** An id of a span by chance. */
    String random() {
        return IdGenerator.random().generateSpanId();
    }

    @Override
    public String generateSpanId() {
        SpanContext ids = chosen.get();
        return ids == null ? random() : ids.getSpanId();
    }

    @Override
    public String generateTraceId() {
        SpanContext ids = chosen.get();
        return ids == null ? IdGenerator.random().generateTraceId() : ids.getTraceId();
    }
}
