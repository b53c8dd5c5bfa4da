package io.focusgen.limit.redis;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jboss.logging.Logger;

import io.focusgen.limit.Decision;
import io.focusgen.limit.SharedLimiter;
import io.focusgen.limit.Window;
import io.focusgen.redis.AwaitedAnswers;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.redis.client.Redis;

/**
 * Counts in Redis where {@code REDIS_URL} names it. A decision or a failure comes within 75 ms; after four calls of which half
 * failed Redis is left alone for a second, and asked again by a single call after that;
 * that too many of this process want something of it is no failure of Redis, and the process counts for itself at once.
 */
@ApplicationScoped
public class RedisLimiter implements SharedLimiter {

    private static final Logger LOG = Logger.getLogger(RedisLimiter.class);

    /** With what is done besides, a caller waits at most 100 ms longer than without Redis. */
    private static final long MOST_MILLIS = 75;
    private static final long MOST_NANOS = MOST_MILLIS * 1_000_000;

    /**
     * 96 behind each other on each of the 16 connections: more are answered in time only where each takes less than 0.78 ms. All bounds
     * of calls to Redis together are no more than wait for a connection, so that none of them takes the places of others.
     */
    private static final int TAKEN_AT_ONCE = 1536;
    /** Asked for by whoever is refused already, and by answers that failed. */
    private static final int OTHERS_AT_ONCE = 512;

    private static final int FEW = 4;
    private static final double HALF = 0.5;
    private static final long ALONE_MILLIS = 1000;

    private final boolean configured;
    private final RedisCounts counts;
    private final AwaitedAnswers awaited;

    /** The client is asked for only where Redis is configured: without, there is none. */
    @Inject
    public RedisLimiter(@ConfigProperty(name = "focus.redis.url") Optional<String> url,
            Instance<Redis> redis, AwaitedAnswers awaited) {
        configured = url.filter(address -> !address.isBlank()).isPresent();
        this.awaited = awaited;
        counts = new RedisCounts(redis::get);
    }

    /** Connects before the first caller has to wait for it. Nobody waits for this, and nothing is counted. */
    void connect(@Observes StartupEvent start) {
        if (configured) {
            counts.look("nobody", List.of(), 1).subscribe().with(
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
    public boolean busy(Throwable failure) {
        return failure instanceof BulkheadException || failure instanceof ConnectionPoolTooBusyException;
    }

    @Override
    @Timeout(MOST_MILLIS)
    @Bulkhead(value = TAKEN_AT_ONCE, waitingTaskQueue = 1)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("limits-take")
    public Uni<Decision> take(String caller, List<Window> windows, long cost) {
        long start = System.nanoTime();
        return awaited.counting(counts.take(caller, windows, cost))
                .flatMap(decision -> System.nanoTime() - start < MOST_NANOS
                        ? Uni.createFrom().item(decision)
                        : tooLate(caller, windows, decision));
    }

    /**
     * Nobody waits for it any more, because this process has decided itself: what Redis took is given back to it, so that nothing
     * is counted twice once Redis is there again.
     */
    private Uni<Decision> tooLate(String caller, List<Window> windows, Decision decision) {
        Uni<Void> back = decision.admitted()
                ? counts.giveBack(caller, windows, decision.cost(), decision.moment())
                : Uni.createFrom().voidItem();
        return back.flatMap(given -> Uni.createFrom()
                .failure(new TimeoutException("Redis decided later than " + MOST_MILLIS + " ms")));
    }

    @Override
    @Timeout(MOST_MILLIS)
    @Bulkhead(value = OTHERS_AT_ONCE, waitingTaskQueue = 1)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("limits-look")
    public Uni<Decision> look(String caller, List<Window> windows, long cost) {
        return awaited.counting(counts.look(caller, windows, cost));
    }

    /** As many wait as may be taken: a crowd that is refused together gives all back together. */
    @Override
    @Timeout(MOST_MILLIS)
    @Bulkhead(value = OTHERS_AT_ONCE, waitingTaskQueue = TAKEN_AT_ONCE)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("limits-give-back")
    public Uni<Void> giveBack(String caller, List<Window> windows, long cost, long moment) {
        return counts.giveBack(caller, windows, cost, moment);
    }
}
