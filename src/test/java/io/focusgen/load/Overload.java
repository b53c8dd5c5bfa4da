package io.focusgen.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.focusgen.bench.Child;
import io.focusgen.bench.Gate;
import io.focusgen.bench.HttpGet;
import io.focusgen.bench.Report;
import io.focusgen.bench.Series;

/**
 * Asks a service on a core of its own, from another one, for five times what it can do. Each request has a connection of its
 * own, as that of a client which comes once. From here on this process has one core.
 */
final class Overload {

    private static final int SERVICE_CORE = 0;
    private static final int CLIENT_CORE = 1;
    private static final double FACTOR = 5;

    /** Asking without pause, at the peak: enough that the service is never idle. */
    private static final int AT_PEAK = 8;

    /** Who waits for a slow answer must not keep others from asking. */
    private static final int AT_MOST = 256;

    private static final int COMPANIES = 64;

    private static final double LEAST_GOODPUT = 0.9;
    private static final double MOST_MILLIS = 50;

    private final Extent extent;
    private final Report report;
    private final AtomicInteger seeds = new AtomicInteger();

    /** Made before the first request of a thread, so that no answer waits for it. */
    private final ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(HttpGet::buffer);

    Overload(Extent extent, Report report) {
        this.extent = extent;
        this.report = report;
    }

    /** What has become of the requests of some time. */
    private static final class Tally {

        final double seconds;
        final AtomicLong asked = new AtomicLong();
        final AtomicLong served = new AtomicLong();
        final Times refusals = new Times();
        final AtomicInteger failures = new AtomicInteger();
        final AtomicReference<String> firstFailure = new AtomicReference<>("");

        Tally(double seconds) {
            this.seconds = seconds;
        }

        double servedPerSecond() {
            return served.get() / seconds;
        }
    }

    void run() throws IOException, InterruptedException {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            throw new IllegalStateException(
                    "the service needs a core and who asks another one; there is only one here");
        }
        // The collector of the deployments: below two cores the JVM would choose one that stops everything for longer.
        try (Child service = Child.service("load-overload", "-Xmx512m", "-XX:+UseG1GC", "-XX:ActiveProcessorCount=1",
                "-Dquarkus.log.level=WARN")) {
            int port = service.port();
            Tally warm = unpaced(port, extent.warmSeconds());
            Cores.pin(service.pid(), SERVICE_CORE);
            Cores.pin(ProcessHandle.current().pid(), CLIENT_CORE);
            double firstPeak = unpaced(port, extent.seconds() / 2).servedPerSecond();
            Tally first = paced(port, FACTOR * firstPeak, extent.seconds() / 2);
            double peak = unpaced(port, extent.seconds()).servedPerSecond();
            Tally over = paced(port, FACTOR * peak, extent.seconds());
            add(warm, first, peak, over);
        }
    }

    private void add(Tally warm, Tally first, double peak, Tally over) {
        String asked = Series.number(over.asked.get() / over.seconds) + " requests a second, " + Series.number(peak)
                + " served at the peak";
        report.add(new Gate("five times what a core can do: served, over the peak", "×", LEAST_GOODPUT, null, false,
                false), over.servedPerSecond() / peak, asked);
        report.add(Gate.atMost("  99 % of the refusals within", "ms", MOST_MILLIS, null), over.refusals.within(0.99),
                over.refusals.count() + " times 503, from before the connect; median "
                        + Series.number(over.refusals.within(0.5)) + " ms, longest "
                        + Series.number(over.refusals.within(1)) + " ms");
        report.add(Gate.reported("  the same of a service that had never refused", "ms"), first.refusals.within(0.99),
                first.refusals.count() + " times 503, the first of them by code that is not compiled; median "
                        + Series.number(first.refusals.within(0.5)) + " ms");
        int failures = warm.failures.get() + first.failures.get() + over.failures.get();
        report.add(Gate.atMost("  neither served nor refused", "", 0, null), failures,
                failures == 0
                        ? "no other status,"
                                + " no broken connection"
                        : warm.firstFailure.get() + first.firstFailure.get() + over.firstFailure.get());
    }

    private Tally unpaced(int port, double seconds) throws InterruptedException {
        Tally tally = new Tally(seconds);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        Clients.inParallel(AT_PEAK, () -> {
            while (System.nanoTime() < end) {
                ask(port, tally, end);
            }
        });
        return tally;
    }

    /** Requests at fixed times, whatever has become of those before; one that is late is asked at once. */
    private Tally paced(int port, double perSecond, double seconds) throws InterruptedException {
        Tally tally = new Tally(seconds);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        AtomicLong next = new AtomicLong();
        Clients.inParallel(AT_MOST, () -> {
            while (true) {
                long due = start + (long) (next.getAndIncrement() / perSecond * 1e9);
                if (due >= end || !waitUntil(due)) {
                    return;
                }
                ask(port, tally, end);
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

    /** Asks once; what is served after {@code end} does not count. */
    private void ask(int port, Tally tally, long end) {
        String path = "/api/v1/cost-and-usage.csv.gz?rows=2000&granularity=hourly&month=2026-03&seed="
                + seeds.getAndIncrement() % COMPANIES;
        ByteBuffer buffer = buffers.get();
        long start = System.nanoTime();
        long unused = tally.asked.incrementAndGet();
        try (HttpGet get = new HttpGet(port, path, buffer)) {
            long bytes = get.toEnd();
            if (bytes > 0 && System.nanoTime() <= end) {
                long counted = tally.served.incrementAndGet();
            }
        } catch (IOException refused) {
            if (String.valueOf(refused.getMessage()).startsWith("HTTP/1.1 503")) {
                tally.refusals.add((System.nanoTime() - start) / 1e6);
            } else {
                int failures = tally.failures.incrementAndGet();
                boolean first = tally.firstFailure.compareAndSet("", refused.toString());
            }
        }
    }
}
