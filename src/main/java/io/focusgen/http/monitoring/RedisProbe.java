package io.focusgen.http.monitoring;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

/** Sends Redis a {@code PING}. */
@Singleton
class RedisProbe implements Probe {

    private static final int PATIENCE_MILLIS = 1_000;

    private final Instance<Redis> redis;

    /** @param redis asked for only with the first probe: without Redis there is none, and no breaker that opens */
    RedisProbe(Instance<Redis> redis) {
        this.redis = redis;
    }

    @Override
    public String behind() {
        return "redis";
    }

    @Override
    @Timeout(PATIENCE_MILLIS)
    @Bulkhead(1)
    public Uni<Void> ask() {
        return redis.get().send(Request.cmd(Command.PING)).replaceWithVoid();
    }
}
