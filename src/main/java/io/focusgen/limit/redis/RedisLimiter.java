package io.focusgen.limit.redis;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jboss.logging.Logger;

import io.focusgen.limit.Decision;
import io.focusgen.limit.SharedLimiter;
import io.focusgen.limit.Window;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;

/**
 * Counts in Redis where {@code REDIS_URL} names it. A decision or a failure comes within 75 ms; after four calls of which half
 * failed Redis is left alone for a second, and asked again by a single call after that.
 */
@ApplicationScoped
public class RedisLimiter implements SharedLimiter {

    private static final Logger LOG = Logger.getLogger(RedisLimiter.class);

    /** With what is done besides, a caller waits at most 100 ms longer than without Redis. */
    private static final long MOST_MILLIS = 75;

    private static final int FEW = 4;
    private static final double HALF = 0.5;
    private static final long ALONE_MILLIS = 1000;

    private final boolean configured;
    private final RedisCounts counts;

    /** The client is asked for only where Redis is configured: without, there is none. */
    @Inject
    public RedisLimiter(@ConfigProperty(name = "focus.redis.url") Optional<String> url,
            Instance<Redis> redis) {
        configured = url.filter(address -> !address.isBlank()).isPresent();
        counts = new RedisCounts(redis::get);
    }

    /** Connects before the first caller has to wait for it. Nobody waits for this, and nothing is counted. */
    void connect(@Observes StartupEvent start) {
        if (configured) {
            counts.giveBack("nobody", List.of(), 1).subscribe().with(
                    connected -> LOG.debug("Redis decides about limits"),
                    failure -> LOG.warnf("Redis does not answer (%s); until it does, this process counts for itself",
                            failure));
        }
    }

    @Override
    public boolean configured() {
        return configured;
    }

    @Override
    @Timeout(MOST_MILLIS)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS)
    @CircuitBreakerName("limits-take")
    public Uni<Decision> take(String caller, List<Window> windows, long cost) {
        return counts.take(caller, windows, cost);
    }

    @Override
    @Timeout(MOST_MILLIS)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS)
    @CircuitBreakerName("limits-give-back")
    public Uni<Void> giveBack(String caller, List<Window> windows, long cost) {
        return counts.giveBack(caller, windows, cost);
    }
}
