package io.focusgen.http.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.focusgen.limit.Limits;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.vertx.core.Vertx;

/**
 * Finds out that what was gone is there again, where no request does. A breaker that opened, half or wholly, waits for the next call,
 * however long; so for one that has had none for some seconds what is behind it is asked, and where it answers, the breaker closes.
 * Nobody is asked while all breakers are closed, nor about those that calls try anyway.
 */
@Singleton
class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);

    private static final long BETWEEN_LOOKS_MILLIS = 1_000;

    /** More than a breaker of Redis leaves it alone for: one that had a call meanwhile has changed. */
    private static final long FORGOTTEN_NANOS = 3_000_000_000L;

    private final Breakers breakers;
    private final Limits limits;
    private final Iterable<Probe> probes;
    private final LongSupplier nanos;
    /** When those that are not closed became what they are. */
    private final Map<String, Long> changed = new ConcurrentHashMap<>();
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    @Inject
    Recovery(Breakers breakers, Limits limits, @Any Instance<Probe> probes) {
        this(breakers, limits, probes, System::nanoTime);
    }

    /** @param nanos the time */
    Recovery(Breakers breakers, Limits limits, Iterable<Probe> probes, LongSupplier nanos) {
        this.breakers = breakers;
        this.limits = limits;
        this.probes = probes;
        this.nanos = nanos;
    }

    void begin(@Observes StartupEvent start, Vertx vertx) {
        Breakers.ALL.forEach(name -> breakers.onChange(name, state -> changed(name, state)));
        vertx.setPeriodic(BETWEEN_LOOKS_MILLIS, timer -> look());
    }

    private void changed(String name, CircuitBreakerState state) {
        if (state == CircuitBreakerState.CLOSED) {
            changed.remove(name);
        } else {
            changed.put(name, nanos.getAsLong());
        }
    }

    /** To be called every second. */
    private void look() {
        limits.lookAgain();
        for (Probe probe : probes) {
            List<String> forgotten = forgotten(probe.behind());
            if (!forgotten.isEmpty() && asking.add(probe.behind())) {
                probe.ask().onTermination().invoke(() -> asking.remove(probe.behind())).subscribe().with(
                        answered -> close(probe.behind(), forgotten),
                        failure -> LOG.debugf("%s still does not answer: %s", probe.behind(), failure));
            }
        }
    }

    private List<String> forgotten(String behind) {
        long now = nanos.getAsLong();
        return Breakers.NAMES.getOrDefault(behind, List.of()).stream().filter(name -> {
            Long since = changed.get(name);
            return since != null && now - since >= FORGOTTEN_NANOS
                    && breakers.state(name) != CircuitBreakerState.CLOSED;
        }).toList();
    }

    /** Those that were tried while the answer came know better. */
    private void close(String behind, List<String> forgotten) {
        List<String> still = forgotten(behind);
        forgotten.stream().filter(still::contains).forEach(name -> {
            // Nobody is told of a breaker that is closed from outside.
            changed.remove(name);
            breakers.close(name);
        });
    }
}
