package io.focusgen.limit;

import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.StartupEvent;

/** What there is once in a process. */
@ApplicationScoped
public class LimitBeans {

    private static final Logger LOG = Logger.getLogger("io.focusgen.limit");

    /** A part of the heap: of 256 MiB it has room for 23,000 callers that asked a few times, or 980 that used up 1,000 a day. */
    private static final int HEAP_FOR_CALLERS = 32;

    private static final int HEAP_FOR_SUSPECTS = 256;

    private static final int MICRO = 1000;

    private static final LongSupplier CLOCK = () -> System.nanoTime() / MICRO;

    void check(@Observes StartupEvent start, Limits limits) {
        if (!limits.settings().on()) {
            LOG.info("There are no rate limits: RATE_LIMIT=on sets the standard ones");
        }
    }

    @Produces
    @Singleton
    Limits limits(LimitConfig config, @ConfigProperty(name = "focus.replicas") int replicas,
            @Any Instance<SharedLimiter> shared, @Any Instance<LimitMetrics> metrics) {
        @Nullable
        SharedLimiter configured = shared.stream().filter(SharedLimiter::configured).findFirst().orElse(null);
        return new Limits(LimitSettings.of(config), Math.max(1, replicas),
                new LocalLimiter(Runtime.getRuntime().maxMemory() / HEAP_FOR_CALLERS, CLOCK), configured, metrics,
                CLOCK);
    }

    @Produces
    @Singleton
    Places places() {
        return new Places();
    }

    @Produces
    @Singleton
    Suspicion suspicion(@Any Instance<LimitMetrics> metrics) {
        return new Suspects(Runtime.getRuntime().maxMemory() / HEAP_FOR_SUSPECTS, CLOCK, (caller, wait) -> {
            LOG.warnf("%s keeps asking for what it is refused; it waits %d s", caller,
                    Decision.seconds(wait.toNanos() / MICRO));
            metrics.forEach(LimitMetrics::suspended);
        });
    }
}
