package io.focusgen.cache.redis;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

import io.focusgen.redis.AwaitedAnswers;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

/**
 * Documents in Redis. An answer or a failure comes within 50 ms; no retry, since making a document costs not much more than
 * asking a second time. Scripts are sent as they are: they are shorter than their hash and a second call where it is not known.
 */
@ApplicationScoped
public class DocumentCalls {

    /** Of the number that is part of every key; the hash tag keeps all keys on one node of a cluster. */
    static final String PREFIX = "{focus:cache}";

    private static final String FIND = "return redis.call('GET',KEYS[1]..(redis.call('GET',KEYS[1])or'0')..':'..ARGV[1])";

    private static final String KEEP = "return redis.call('SET',KEYS[1]..(redis.call('GET',KEYS[1])or'0')..':'..ARGV[1],"
            + "ARGV[2],'EX',ARGV[3])";

    private static final int TIMEOUT_MILLIS = 50;
    private static final int AT_ONCE = 64;

    private final Supplier<Redis> redis;
    private final AwaitedAnswers awaited;

    /** The client is asked for only where Redis is configured: without, there is none. */
    @Inject
    public DocumentCalls(Instance<Redis> redis, AwaitedAnswers awaited) {
        this.redis = redis::get;
        this.awaited = awaited;
    }

    /** The document with this key, if it is there. */
    @Timeout(TIMEOUT_MILLIS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = AT_ONCE)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("cache-find")
    public Uni<Optional<byte[]>> find(String key) {
        return awaited
                .counting(redis.get().send(Request.cmd(Command.EVAL).arg(FIND).arg(1).arg(PREFIX).arg(key)))
                .map(found -> Optional.ofNullable(found).map(text -> text.toBytes()));
    }

    /** Keeps a document. @param seconds how long */
    @Timeout(TIMEOUT_MILLIS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = AT_ONCE)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("cache-keep")
    public Uni<Void> keep(String key, byte[] document, long seconds) {
        return redis.get().send(Request.cmd(Command.EVAL).arg(KEEP).arg(1).arg(PREFIX).arg(key)
                .arg(Buffer.buffer(document)).arg(seconds)).replaceWithVoid();
    }

    /** No document is found any more that was kept before; they leave Redis when their time is over. */
    @Timeout(TIMEOUT_MILLIS)
    @Bulkhead(value = AT_ONCE, waitingTaskQueue = AT_ONCE)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, skipOn = {
            ConnectionPoolTooBusyException.class, BulkheadException.class})
    @CircuitBreakerName("cache-empty")
    public Uni<Void> empty() {
        return redis.get().send(Request.cmd(Command.INCR).arg(PREFIX)).replaceWithVoid();
    }
}
