package io.focusgen.http.streaming;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Work for a thread for plans, or what was done before and needs none. */
@FunctionalInterface
public interface Planning<T> {

    /**
     * Begins it.
     *
     * @param planners the threads for plans
     * @return completed with what {@code planners} made, or already; fails as the work does
     * @throws java.util.concurrent.RejectedExecutionException where the threads take nothing any more
     */
    CompletionStage<T> begin(Executor planners);

    /** Work that is always done. */
    static <T> Planning<T> of(Supplier<T> work) {
        return planners -> {
            CompletableFuture<T> done = new CompletableFuture<>();
            planners.execute(() -> {
                try {
                    done.complete(work.get());
                } catch (Throwable thrown) {
                    done.completeExceptionally(thrown);
                }
            });
            return done;
        };
    }
}
