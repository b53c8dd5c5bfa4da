package io.focusgen.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks the packaged service for five times what it can do and prints what becomes of the work and of the refusals. The
 * service has core 0 to itself; run this on another one ({@code make overload} does). Takes about half a minute. Exits with
 * 1 where a gate is missed.
 */
public final class Overload {

    private static final int SERVICE_CORE = 0;
    private static final double FACTOR = 5;

    /** Asking without pause, at the peak: enough that the service is never idle. */
    private static final int AT_PEAK = 8;

    /** Who waits for a slow answer must not keep others from asking. */
    private static final int AT_MOST = 256;

    private static final double WARM_SECONDS = 6;
    private static final double PEAK_SECONDS = 8;
    private static final double OVERLOAD_SECONDS = 12;

    private static final double LEAST_GOODPUT = 0.9;
    private static final double MOST_MILLIS = 50;

    private final int port;
    private final AtomicInteger seeds = new AtomicInteger();

    /** Made before the first request of a thread, so that no answer waits for it. */
    private final ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(HttpGet::buffer);

    private Overload(int port) {
        this.port = port;
    }

    /** What has become of the requests of some time. */
    private static final class Tally {

        final AtomicLong served = new AtomicLong();
        final AtomicLong asked = new AtomicLong();
        final AtomicInteger refusals = new AtomicInteger();
        final double[] refusalMillis = new double[200_000];
        final AtomicInteger failures = new AtomicInteger();
        final AtomicReference<String> firstFailure = new AtomicReference<>("");

        double percentile(double part) {
            int count = Math.min(refusals.get(), refusalMillis.length);
            double[] sorted = Arrays.copyOf(refusalMillis, count);
            Arrays.sort(sorted);
            return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, Math.floor(part * count))];
        }
    }

    /** Takes no arguments. */
    public static void main(String... arguments) throws Exception {
        try (Child service = Child.serviceOn(SERVICE_CORE, "overload", "-Xmx512m", "-Dquarkus.log.level=WARN")) {
            boolean kept = new Overload(service.port()).run();
            System.exit(kept ? 0 : 1);
        }
    }

    private boolean run() throws InterruptedException {
        Tally warm = unpaced(WARM_SECONDS);
        Tally peakTally = unpaced(PEAK_SECONDS);
        double peak = peakTally.served.get() / PEAK_SECONDS;
        Tally over = paced(FACTOR * peak, OVERLOAD_SECONDS);
        double goodput = over.served.get() / OVERLOAD_SECONDS;
        double p99 = over.percentile(0.99);
        print("warm-up: served, failed", "%d, %d", warm.served.get(), warm.failures.get());
        print("peak, " + AT_PEAK + " clients without pause", "%.1f served/s", peak);
        print("asked for", "%.1f requests/s", over.asked.get() / OVERLOAD_SECONDS);
        print("served", "%.1f/s, %.1f %% of the peak (gate: at least %.0f %%)", goodput, 100 * goodput / peak,
                100 * LEAST_GOODPUT);
        print("refused with 503", "%.1f/s", over.refusals.get() / OVERLOAD_SECONDS);
        print("a refusal takes, from before the connect", "median %.1f ms, 99 %% within %.1f ms (gate: %.0f ms)",
                over.percentile(0.5), p99, MOST_MILLIS);
        print("failed otherwise", "%d (gate: 0) %s", over.failures.get(), over.firstFailure.get());
        return goodput >= LEAST_GOODPUT * peak && p99 < MOST_MILLIS && over.failures.get() == 0;
    }

    private static void print(String what, String format, Object... figures) {
        System.out.printf(Locale.ROOT, "%-45s " + format + "%n", concat(what, figures));
    }

    private static Object[] concat(String what, Object[] figures) {
        Object[] all = new Object[figures.length + 1];
        all[0] = what;
        System.arraycopy(figures, 0, all, 1, figures.length);
        return all;
    }

    private Tally unpaced(double seconds) throws InterruptedException {
        Tally tally = new Tally();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        inParallel(AT_PEAK, () -> {
            while (System.nanoTime() < end) {
                ask(tally, end);
            }
        });
        return tally;
    }

    /** Requests at fixed times, whatever has become of those before; one that is late is asked at once. */
    private Tally paced(double perSecond, double seconds) throws InterruptedException {
        Tally tally = new Tally();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        AtomicLong next = new AtomicLong();
        inParallel(AT_MOST, () -> {
            while (true) {
                long due = start + (long) (next.getAndIncrement() / perSecond * 1e9);
                if (due >= end || !waitUntil(due)) {
                    return;
                }
                ask(tally, end);
            }
        });
        return tally;
    }

    private static boolean waitUntil(long due) {
        try {
            long nanos = due - System.nanoTime();
            if (nanos > 0) {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void inParallel(int threads, Runnable work) throws InterruptedException {
        ExecutorService all = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            all.execute(work);
        }
        all.shutdown();
        if (!all.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("some requests had no end");
        }
    }

    /** Asks once; what is served after {@code end} does not count. */
    private void ask(Tally tally, long end) {
        String path = "/api/v1/cost-and-usage.csv.gz?rows=2000&granularity=hourly&month=2026-03&seed="
                + seeds.getAndIncrement() % 64;
        ByteBuffer buffer = buffers.get();
        long start = System.nanoTime();
        long unused = tally.asked.incrementAndGet();
        try (HttpGet get = new HttpGet(port, path, buffer)) {
            long bytes = get.toEnd();
            if (bytes > 0 && System.nanoTime() <= end) {
                long counted = tally.served.incrementAndGet();
            }
        } catch (IOException refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.startsWith("HTTP/1.1 503")) {
                int place = tally.refusals.getAndIncrement();
                if (place < tally.refusalMillis.length) {
                    tally.refusalMillis[place] = (System.nanoTime() - start) / 1e6;
                }
            } else {
                int failures = tally.failures.incrementAndGet();
                boolean first = tally.firstFailure.compareAndSet("", refused.toString());
            }
        }
    }
}
