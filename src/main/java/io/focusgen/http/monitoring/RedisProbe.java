package io.focusgen.http.monitoring;

import java.time.Duration;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;

/** Sends Redis a {@code PING}. */
@Singleton
class RedisProbe implements Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

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
    public Uni<Void> ask() {
        return Uni.createFrom().deferred(() -> redis.get().send(Request.cmd(Command.PING)))
                .ifNoItem().after(PATIENCE).fail().replaceWithVoid();
    }
}
