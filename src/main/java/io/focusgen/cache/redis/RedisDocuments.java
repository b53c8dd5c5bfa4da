package io.focusgen.cache.redis;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.focusgen.cache.Caches;
import io.focusgen.cache.SharedDocuments;
import io.smallrye.mutiny.Uni;

/** Keeps documents in Redis, where that is configured and the cache is on; whatever goes wrong there costs only time. */
@Singleton
public class RedisDocuments implements SharedDocuments {

    private static final Logger LOG = Logger.getLogger(RedisDocuments.class);

    /** Larger ones take longer to bring than there is time for, and too much of a memory that others need. */
    static final int MOST_BYTES = 1 << 20;

    private final DocumentCalls calls;
    private final boolean configured;
    private final long seconds;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder kept = new LongAdder();
    private final LongAdder failures = new LongAdder();

    RedisDocuments(DocumentCalls calls, Caches caches, @ConfigProperty(name = "focus.redis.url") Optional<String> url) {
        this.calls = calls;
        configured = caches.settings().on() && url.filter(address -> !address.isBlank()).isPresent();
        seconds = caches.settings().ttl().toSeconds();
    }

    @Override
    public Uni<Optional<byte[]>> find(String key) {
        if (!configured) {
            return Uni.createFrom().item(Optional.empty());
        }
        return calls.find(key).invoke(found -> (found.isPresent() ? hits : misses).increment())
                .onFailure().invoke(this::count).onFailure().recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Void> keep(String key, byte[] document) {
        if (!configured || document.length > MOST_BYTES) {
            return Uni.createFrom().voidItem();
        }
        return calls.keep(key, document, seconds).invoke(kept::increment)
                .onFailure().invoke(this::count).onFailure().recoverWithNull();
    }

    @Override
    public Uni<Boolean> empty() {
        if (!configured) {
            return Uni.createFrom().item(true);
        }
        return calls.empty().replaceWith(true).onFailure().invoke(this::count).onFailure().recoverWithItem(false);
    }

    /** Without the address, which may have a password in it; the jobs that need Redis say in the log what is wrong. */
    private void count(Throwable failure) {
        failures.increment();
        LOG.debugf("documents in Redis: %s", failure.getClass().getSimpleName());
    }

    @Override
    public Stats stats() {
        return new Stats(configured, hits.sum(), misses.sum(), kept.sum(), failures.sum());
    }
}
