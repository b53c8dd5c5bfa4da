package io.focusgen.observe;

import jakarta.inject.Singleton;

import io.focusgen.http.monitoring.Breakers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** {@code focus_breaker_state} by breaker: 0 closed, 1 half open, 2 open. */
@Startup
@Singleton
public class MicrometerBreakers {

    MicrometerBreakers(MeterRegistry registry, Breakers breakers) {
        for (String name : Breakers.ALL) {
            Meters.gauge(registry, "focus.breaker.state", "Circuit breakers: 0 closed, 1 half open, 2 open",
                    () -> value(breakers, name), "breaker", name);
        }
    }

    private static double value(Breakers breakers, String name) {
        return switch (breakers.state(name)) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }
}
