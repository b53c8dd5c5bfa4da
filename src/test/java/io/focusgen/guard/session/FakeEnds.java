package io.focusgen.guard.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.smallrye.mutiny.Uni;

/** Ended sessions in memory, for several replicas in one process. */
final class FakeEnds implements SharedEnds {

    /** How long each is to be kept, by id. */
    final Map<String, Duration> ended = new ConcurrentHashMap<>();
    volatile boolean configured;
    volatile boolean down;

    @Override
    public boolean configured() {
        return configured;
    }

    @Override
    public Uni<Void> add(String id, Duration rest) {
        return down ? failure() : Uni.createFrom().voidItem().invoke(() -> ended.put(id, rest));
    }

    @Override
    public Uni<Boolean> contains(String id) {
        return down ? failure() : Uni.createFrom().item(ended.containsKey(id));
    }

    private static <T> Uni<T> failure() {
        return Uni.createFrom().failure(new IllegalStateException("down"));
    }
}
