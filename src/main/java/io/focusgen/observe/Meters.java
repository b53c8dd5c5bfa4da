package io.focusgen.observe;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Registers meters, each with a sentence that {@code /q/metrics} gives as its HELP. */
final class Meters {

    private Meters() {
    }

    /** A counter, there from now on: one that first appears at 1 hides its first increase from every rate() over it. */
    static Counter counter(MeterRegistry registry, String name, String help, String... tags) {
        return Counter.builder(name).description(help).tags(tags).register(registry);
    }

    /** A gauge whose value is asked for at each look. */
    static void gauge(MeterRegistry registry, String name, String help, Supplier<Number> value, String... tags) {
        Gauge.builder(name, value).description(help).tags(tags).strongReference(true).register(registry);
    }
}
