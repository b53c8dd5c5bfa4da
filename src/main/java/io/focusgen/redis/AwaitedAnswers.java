package io.focusgen.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;

/**
 * Counts the answers of Redis that a request waits for, or has waited for until its patience was over: they are outstanding
 * until they come or their connection breaks. Thread-safe.
 */
@Singleton
public class AwaitedAnswers {

    private final AtomicInteger outstanding = new AtomicInteger();

    /** Whether there is one. */
    public boolean any() {
        return outstanding.get() > 0;
    }

    /** The call, counted from each subscription until it has an answer, fails or is cancelled. */
    public <T> Uni<T> counting(Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            outstanding.incrementAndGet();
            AtomicBoolean over = new AtomicBoolean();
            // A cancellation may follow an answer.
            return call.onTermination().invoke(() -> {
                if (over.compareAndSet(false, true)) {
                    outstanding.decrementAndGet();
                }
            });
        });
    }
}
