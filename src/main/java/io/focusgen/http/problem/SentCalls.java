package io.focusgen.http.problem;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Context;

/** Hears of calls that the clients of Vert.x make to other servers. Called on event loops: must not block. */
public interface SentCalls {

    /**
     * A call is about to be made.
     *
     * @param context that it is made in
     * @param job that a receiver is told about, or null
     * @param what it is, e.g. {@code redis}
     * @param headers sets a header of the call
     * @return what {@link #answered} is told, or null where nobody wants to know
     */
    @Nullable
    Object sent(Context context, @Nullable String job, String what, BiConsumer<String, String> headers);

    /** It was answered, or has failed. */
    void answered(Object call, @Nullable Throwable failure);
}
