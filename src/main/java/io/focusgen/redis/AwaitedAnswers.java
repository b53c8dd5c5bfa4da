package io.focusgen.redis;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

/** Counts the answers of Redis that a request waits for. Thread-safe. */
@Singleton
public class AwaitedAnswers {

    private final AtomicInteger awaited = new AtomicInteger();

    /** Whether there is one. */
    public boolean any() {
        return awaited.get() > 0;
    }

    /** The call, counted from each subscription until it has an answer, fails or is cancelled. */
    public <T> Uni<T> counting(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            awaited.incrementAndGet();
            return call.onTermination().invoke(() -> {
                int unused = awaited.decrementAndGet();
            });
        });
    }
}
