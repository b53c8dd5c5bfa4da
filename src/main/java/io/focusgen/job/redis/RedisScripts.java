package io.focusgen.job.redis;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jspecify.annotations.Nullable;

import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Response;

/**
 * Runs scripts in Redis. An answer or a failure comes within two seconds, whatever has happened to Redis; at once where too many of
 * this process want something of it, which is no failure of Redis.
 */
@ApplicationScoped
public class RedisScripts {

    /** Of all the store's keys: one hash tag, so that a cluster has them on one node. */
    static final String PREFIX = "{focus:jobs}";

    /** Eight behind each other on each of the 16 connections, and in a line whoever else has time for it, followers of jobs above all. */
    private static final int AT_ONCE = 128;
    private static final int IN_LINE = 1000;

    private final Supplier<Redis> redis;
    private final String prefix;

    /** The client is asked for only where Redis is configured: without, there is none. */
    @Inject
    public RedisScripts(Instance<Redis> redis) {
        this(redis::get, PREFIX);
    }

    /** @param prefix of all keys, with the hash tag */
    RedisScripts(Supplier<Redis> redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    /**
     * Runs a script once.
     *
     * @return its answer, null for nil
     */
    @Timeout(1500)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = IN_LINE)
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 1000, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("jobs-run-once")
    public Uni<@Nullable Response> runOnce(Script script, List<String> arguments) {
        return evaluate(script, arguments);
    }

    /**
     * Runs a script, a second time where the first one fails or its answer does not come: only for scripts that may be run
     * again with the same arguments.
     *
     * @return its answer, null for nil
     */
    @Timeout(700)
    @Retry(maxRetries = 1, delay = 50, jitter = 50, abortOn = BulkheadException.class)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = IN_LINE)
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = 1000, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("jobs-run")
    public Uni<@Nullable Response> run(Script script, List<String> arguments) {
        return evaluate(script, arguments);
    }

    private Uni<@Nullable Response> evaluate(Script script, List<String> arguments) {
        return script.lua().evaluate(redis.get(), List.of(prefix), arguments);
    }
}
