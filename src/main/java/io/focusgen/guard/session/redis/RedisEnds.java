package io.focusgen.guard.session.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

import io.focusgen.guard.session.SharedEnds;
import io.focusgen.redis.AwaitedAnswers;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

/**
 * Keeps ended sessions in Redis where {@code REDIS_URL} names it. An answer or a failure comes within a second, longer than requests
 * wait: a late answer is one. After four calls of which half failed Redis is left alone for a second, and asked again by a single
 * call after that; that too many of this process want something of it is no failure of Redis.
 */
@ApplicationScoped
public class RedisEnds implements SharedEnds {

    /** Followed by the id of a session. */
    static final String PREFIX = "focus:session:ended:";

    private static final long MOST_MILLIS = 1000;
    /** 32 behind each other on each of the 16 connections: what a request waits for allows each 2.3 ms. */
    private static final int QUESTIONS_AT_ONCE = 512;
    /** Four behind each other on each connection; log-outs are rare, and what is told once more is told four at a time. */
    private static final int TOLD_AT_ONCE = 64;

    private static final int FEW = 4;
    private static final double HALF = 0.5;
    private static final long ALONE_MILLIS = 1000;

    private final boolean configured;
    private final Supplier<Redis> redis;
    private final AwaitedAnswers awaited;

    /** The client is asked for only where Redis is configured: without, there is none. */
    @Inject
    public RedisEnds(@ConfigProperty(name = "focus.redis.url") Optional<String> url, Instance<Redis> redis,
            AwaitedAnswers awaited) {
        configured = url.filter(address -> !address.isBlank()).isPresent();
        this.redis = redis::get;
        this.awaited = awaited;
    }

    @Override
    public boolean configured() {
        return configured;
    }

    @Override
    @Timeout(MOST_MILLIS)
    @Bulkhead(value = TOLD_AT_ONCE, waitingTaskQueue = TOLD_AT_ONCE)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("sessions-end")
    public Uni<Void> add(String id, Duration rest) {
        return redis.get().send(Request.cmd(Command.SET).arg(PREFIX + id).arg(1).arg("EX").arg(rest.toSeconds()))
                .replaceWithVoid();
    }

    @Override
    @Timeout(MOST_MILLIS)
    @Bulkhead(value = QUESTIONS_AT_ONCE, waitingTaskQueue = 1)
    @CircuitBreaker(requestVolumeThreshold = FEW, failureRatio = HALF, delay = ALONE_MILLIS, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("sessions-ended")
    public Uni<Boolean> contains(String id) {
        return awaited.counting(redis.get().send(Request.cmd(Command.EXISTS).arg(PREFIX + id)))
                .map(found -> found.toInteger() > 0);
    }
}
