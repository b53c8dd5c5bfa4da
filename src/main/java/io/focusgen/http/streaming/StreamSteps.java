package io.focusgen.http.streaming;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

/** Hears of the parts of a streamed answer, each when it is over. Called on any thread: must not block. */
public interface StreamSteps {

    /** A part. */
    enum Step {
        /** What is to be streamed was planned. */
        PLAN,
        /** From the plan to the first byte that the operating system took. */
        FIRST_BYTE,
        /** From the plan to the end. */
        STREAM
    }

    /**
     * A part is over.
     *
     * @param from {@link System#nanoTime()} when it began
     * @param to when it was over
     * @param failure how it failed, in a word; null where it did not
     */
    void done(RoutingContext exchange, Step step, long from, long to, @Nullable String failure);
}
