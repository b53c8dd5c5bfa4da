package io.focusgen.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** A value in the making, and those who wait for it. Thread-safe. */
final class Flight<V> {

    private final CompletableFuture<V> result = new CompletableFuture<>();
    private final List<BooleanSupplier> gone = new ArrayList<>();
    private boolean abandoned;

    /** @param first whether the one it is made for has gone */
    Flight(BooleanSupplier first) {
        gone.add(first);
    }

    CompletableFuture<V> result() {
        return result;
    }

    /** One more waits for it; false where it has been given up already. @param other whether that one has gone */
    synchronized boolean join(BooleanSupplier other) {
        if (abandoned) {
            return false;
        }
        gone.add(other);
        return true;
    }

    /** Whether everyone who waited has gone; once true, nobody can join any more. */
    synchronized boolean abandoned() {
        abandoned = abandoned || gone.stream().allMatch(BooleanSupplier::getAsBoolean);
        return abandoned;
    }
}
