package io.focusgen.guard.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.smallrye.mutiny.Uni;

/** Ended sessions in memory, for several replicas in one process. */
final class FakeEnds implements SharedEnds {

    /** How long each is to be kept, by id. */
    final Map<String, Duration> ended = new ConcurrentHashMap<>();
    volatile boolean configured;
    volatile boolean down;
    /** How late answers come. */
    volatile Duration late = Duration.ZERO;
    /** Of both kinds. */
    final AtomicInteger questions = new AtomicInteger();
    final AtomicInteger told = new AtomicInteger();

    @Override
    public boolean configured() {
        return configured;
    }

    @Override
    public Uni<Void> add(String id, Duration rest) {
        told.incrementAndGet();
        return down ? failure() : late(Uni.createFrom().voidItem().invoke(() -> ended.put(id, rest)));
    }

    @Override
    public Uni<Boolean> contains(String id) {
        questions.incrementAndGet();
        return down ? failure() : late(Uni.createFrom().item(ended.containsKey(id)));
    }

    private <T> Uni<T> late(Uni<T> answer) {
        return late.isZero() ? answer : answer.onItem().delayIt().by(late);
    }

    private static <T> Uni<T> failure() {
        return Uni.createFrom().failure(new IllegalStateException("down"));
    }
}
