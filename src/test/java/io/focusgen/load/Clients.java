package io.focusgen.load;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

import io.focusgen.bench.HttpGet;

/** Clients of our own: each has a connection that it keeps, and asks as soon as it has its last answer. */
final class Clients {

    private static final long MOST_SECONDS = 120;

    private Clients() {
    }

    /**
     * Asks until the time is over or all requests are sent.
     *
     * @param clients at once
     * @param path of the request with a number, from 0
     */
    static Answers ask(int port, int clients, double seconds, long requests, IntFunction<String> path)
            throws InterruptedException {
        Times times = new Times();
        AtomicLong next = new AtomicLong();
        AtomicLong errors = new AtomicLong();
        AtomicReference<@Nullable String> error = new AtomicReference<>();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        inParallel(clients, () -> {
            @Nullable
            HttpGet connection = null;
            long number;
            while (System.nanoTime() < end && (number = next.getAndIncrement()) < requests) {
                long from = System.nanoTime();
                try {
                    connection = connection == null ? HttpGet.kept(port) : connection;
                    long bytes = connection.again(path.apply((int) number)).toEnd();
                    if (bytes == 0) {
                        throw new IOException("an empty body");
                    }
                    times.add((System.nanoTime() - from) / 1e6);
                } catch (HttpGet.RefusedException refused) {
                    errors.incrementAndGet();
                    error.compareAndSet(null, refused.toString());
                } catch (IOException failed) {
                    errors.incrementAndGet();
                    error.compareAndSet(null, failed.toString());
                    close(connection);
                    connection = null;
                }
            }
            close(connection);
        });
        double took = (System.nanoTime() - start) / 1e9;
        String first = error.get();
        return new Answers("own client" + (first == null ? "" : ", first error " + first), times.count(), errors.get(),
                took, times.within(0.5), times.within(0.99), times.within(1));
    }

    static void close(@Nullable HttpGet connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException unclosed) {
                throw new IllegalStateException("a connection cannot be closed", unclosed);
            }
        }
    }

    /** Does the same work in several threads. @throws IllegalStateException where it has no end, or failed */
    static void inParallel(int threads, Runnable work) throws InterruptedException {
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            for (int i = 0; i < threads; i++) {
                all.execute(() -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error failed) {
                        failure.compareAndSet(null, failed);
                    }
                });
            }
            all.shutdown();
            if (!all.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("some requests had no end within " + MOST_SECONDS + " s");
            }
            Throwable failed = failure.get();
            if (failed != null) {
                throw new IllegalStateException(failed);
            }
        } finally {
            all.shutdownNow();
        }
    }
}
