package io.focusgen.observe.trace;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Makes spans; knows nothing of what they are about. Thread-safe. */
interface Spans {

    /** Where there is no collector. */
    Spans NONE = new Spans() {
        @Override
        public boolean on() {
            return false;
        }

        @Override
        public Place begin(@Nullable String traceparent) {
            throw new IllegalStateException("nothing is traced");
        }

        @Override
        public Place of(String job) {
            throw new IllegalStateException("nothing is traced");
        }

        @Override
        public void close(long time, TimeUnit unit) {
            // There is nothing to send.
        }
    };

    /** Whether there is a collector. */
    boolean on();

    /** The place of a span that begins now, in the trace that a header {@code traceparent} names, else in a new one. */
    Place begin(@Nullable String traceparent);

    /** The place of the span of a job: for the same job always the same, in whatever process. */
    Place of(String job);

    /** Sends what has not been sent, for at most so long. */
    void close(long time, TimeUnit unit);

    /** Where a span and those below it belong. Thread-safe. */
    interface Place {

        /** 32 hexadecimal digits. */
        String trace();

        /** Tells another server, with a header {@code traceparent}. */
        void tell(BiConsumer<String, String> headers);

        /** The place of a span below this one. */
        Place below();

        /** The same place, whose span will name another one that it has to do with, in whatever trace. */
        Place linkedTo(Place other);

        /**
         * Ends the span of this place.
         *
         * @param kind {@code server}, {@code client} or {@code internal}
         * @param fromNanos when it began, {@link System#nanoTime()}
         * @param toNanos when it was over
         * @param failure in a word; null where it did not fail
         */
        void end(String name, String kind, long fromNanos, long toNanos, Map<String, Object> attributes,
                @Nullable String failure);
    }
}
