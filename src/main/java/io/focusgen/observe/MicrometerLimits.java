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
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * {@code focus_ratelimit_decisions_total} by decision (admitted, refused) and class (streams, queries, rows),
 * {@code focus_ratelimit_returns_total} by class (admissions that were given back),
 * {@code focus_ratelimit_mode} (1 for the mode of the process), {@code focus_ratelimit_callers} (remembered in this process)
 * and {@code focus_ratelimit_suspensions_total}. All are there from the start.
 */
@Startup
@Singleton
public class MicrometerLimits implements LimitMetrics {

    private final Map<Counted, Counter> admitted = new EnumMap<>(Counted.class);
    private final Map<Counted, Counter> refused = new EnumMap<>(Counted.class);
    private final Map<Counted, Counter> returned = new EnumMap<>(Counted.class);
    private final Map<Mode, Counter> decided = new EnumMap<>(Mode.class);
    private final Counter suspensions;

    MicrometerLimits(MeterRegistry registry, Instance<Limits> limits) {
        for (Counted what : Counted.values()) {
            admitted.put(what, decisions(registry, "admitted", what));
            refused.put(what, decisions(registry, "refused", what));
            returned.put(what, Meters.counter(registry, "focus.ratelimit.returns",
                    "Admissions that came to nothing and were given back", "class", what.label()));
        }
        for (Mode mode : Mode.values()) {
            Meters.gauge(registry, "focus.ratelimit.mode", "1 for who decides about limits",
                    () -> limits.get().mode() == mode ? 1 : 0, "mode", mode.label());
            decided.put(mode, Meters.counter(registry, "focus.ratelimit.decided.by",
                    "Decisions about limits by who decided", "mode", mode.label()));
        }
        Meters.gauge(registry, "focus.ratelimit.callers", "Counts of callers that this process remembers",
                () -> limits.get().callers());
        suspensions = Meters.counter(registry, "focus.ratelimit.suspensions",
                "Callers that have to wait because they kept asking while they were refused");
    }

    private static Counter decisions(MeterRegistry registry, String decision, Counted what) {
        return Meters.counter(registry, "focus.ratelimit.decisions", "Decisions about limits", "decision", decision,
                "class", what.label());
    }

    @Override
    public void decided(Counted what, boolean wasAdmitted, Mode mode) {
        count((wasAdmitted ? admitted : refused).get(what));
        count(decided.get(mode));
    }

    @Override
    public void returned(Counted what) {
        count(returned.get(what));
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
