package io.focusgen.observe;

import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import io.focusgen.limit.Counted;
import io.focusgen.limit.LimitMetrics;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * {@code focus_ratelimit_decisions_total} by decision (admitted, refused) and class (streams, queries, rows),
 * {@code focus_ratelimit_mode} (1 for the mode that decided last), {@code focus_ratelimit_callers} (remembered in this process)
 * and {@code focus_ratelimit_suspensions_total}. All are there from the start.
 */
@Startup
@Singleton
public class MicrometerLimits implements LimitMetrics {

    private final Map<Counted, Counter> admitted = new EnumMap<>(Counted.class);
    private final Map<Counted, Counter> refused = new EnumMap<>(Counted.class);
    private final Map<Mode, Counter> decided = new EnumMap<>(Mode.class);
    private final Counter suspensions;

    MicrometerLimits(MeterRegistry registry, Instance<Limits> limits) {
        for (Counted what : Counted.values()) {
            admitted.put(what, registry.counter("focus.ratelimit.decisions", "decision", "admitted", "class",
                    what.label()));
            refused.put(what, registry.counter("focus.ratelimit.decisions", "decision", "refused", "class",
                    what.label()));
        }
        for (Mode mode : Mode.values()) {
            Gauge.builder("focus.ratelimit.mode", () -> limits.get().mode() == mode ? 1 : 0).tag("mode", mode.label())
                    .register(registry);
            decided.put(mode, registry.counter("focus.ratelimit.decided.by", "mode", mode.label()));
        }
        Gauge.builder("focus.ratelimit.callers", () -> limits.get().callers()).register(registry);
        suspensions = registry.counter("focus.ratelimit.suspensions");
    }

    @Override
    public void decided(Counted what, boolean wasAdmitted, Mode mode) {
        count((wasAdmitted ? admitted : refused).get(what));
        count(decided.get(mode));
    }

    @Override
    public void suspended() {
        suspensions.increment();
    }

    private static void count(@Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }
}
