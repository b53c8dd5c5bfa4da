package io.focusgen.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import io.focusgen.bench.Child;
import io.focusgen.bench.Gate;
import io.focusgen.bench.HttpGet;
import io.focusgen.bench.Report;
import io.focusgen.bench.Series;

/**
 * Asks a service on a core of its own, from another one, for five times what it can do: over connections that are kept, as a
 * proxy does, and with a connection for each request, as a crowd of strangers does. From here on this process has one core.
 */
final class Overload {

    private static final String BOTH_CORES = "0,1";
    private static final String SERVICE_CORE = "0";
    private static final String CLIENT_CORE = "1";
    private static final double FACTOR = 5;

    /** Asking without pause, at the peak: enough that the service is never idle. */
    private static final int AT_PEAK = 8;

    /** Far more than there are slots. */
    private static final int CROWD = 64;

    /** How the JVM calls the thread that compiles what is called often. */
    private static final String COMPILER = "C2 Compiler";

    /** Of a core, for what is compiled now and then. */
    private static final double COMPILED = 0.1;
    private static final int MOST_ROUNDS = 6;

    /** Who waits for a slow answer must not keep others from asking. */
    private static final int AT_MOST = 256;

    private static final int COMPANIES = 64;

    /** Rows of an answer that takes some nine milliseconds of a core. */
    private static final int USUAL = 10_000;

    /** Rows of one that takes four: its refusals are felt more. */
    private static final int SMALL = 2_000;

    private static final double LEAST_KEPT = 0.9;

    /** To take a connection and to close it costs more than to refuse a request, and wakes more threads. */
    private static final double LEAST_NEW = 0.7;
    private static final double MOST_MILLIS = 50;

    private final Extent extent;
    private final Report report;
    private final AtomicInteger seeds = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<String> firstFailure = new AtomicReference<>("");

    Overload(Extent extent, Report report) {
        this.extent = extent;
        this.report = report;
    }

    /** Whether clients keep their connections. */
    private enum Connections {
        KEPT,
        NEW
    }

    /** What is asked. @param rows of each answer, hourly, as gzip */
    private record Kind(Connections connections, int rows) {
    }

    /** What has become of the requests of some time. */
    private static final class Tally {

        final double seconds;
        final AtomicLong asked = new AtomicLong();
        final AtomicLong served = new AtomicLong();
        final Times refusals = new Times();

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
        // The collector of the deployments: on one core the JVM would choose one that stops everything for longer.
        try (Child service = Child.service("load-overload", "-Xmx512m", "-XX:+UseG1GC", "-XX:ActiveProcessorCount=1")) {
            int port = service.port();
            double warm = extent.warmSeconds();
            double seconds = extent.seconds() / 2;
            Kind strangers = new Kind(Connections.NEW, SMALL);
            unpaced(port, strangers, AT_PEAK, warm);
            pin(service);
            double atFirst = unpaced(port, strangers, AT_PEAK, seconds).servedPerSecond();
            Tally first = paced(port, strangers, FACTOR * atFirst, seconds);
            warmUp(service, warm);
            measure(port, new Kind(Connections.KEPT, USUAL), seconds, LEAST_KEPT,
                    "five times what a core can do, answers of 10,000 rows, connections kept");
            measure(port, new Kind(Connections.NEW, USUAL), seconds, LEAST_NEW,
                    "the same, a connection for each request");
            measure(port, new Kind(Connections.KEPT, SMALL), seconds, LEAST_KEPT,
                    "the same with answers of 2,000 rows, connections kept");
            measure(port, strangers, seconds, LEAST_NEW, "the same, a connection for each request");
            report.add(Gate.reported("  99 % of the refusals of a service that had never refused", "ms"),
                    first.refusals.within(0.99), first.refusals.count() + " times 503 in "
                            + Series.number(first.seconds)
                            + " s, a connection each, by code that is not compiled; median "
                            + Series.number(first.refusals.within(0.5)) + " ms");
            report.add(Gate.atMost("  neither served nor refused", "", 0, null), failures.get(),
                    failures.get() == 0 ? "no other status, no broken connection" : firstFailure.get());
        }
    }

    /**
     * Has all code compiled, on both cores, or it would take minutes: by a crowd that asks without pause, which sees thousands
     * of refusals a second beside the answers, until the compiler has little left. A peak or a refusal before that says how
     * fast the compiler is.
     */
    private void warmUp(Child service, double seconds) throws IOException, InterruptedException {
        Cores.pin(service.pid(), BOTH_CORES);
        Cores.pin(ProcessHandle.current().pid(), BOTH_CORES);
        double compiling;
        int rounds = 0;
        do {
            double before = service.cpuSeconds(COMPILER);
            unpaced(service.port(), new Kind(Connections.KEPT, USUAL), CROWD, seconds / 2);
            unpaced(service.port(), new Kind(Connections.NEW, SMALL), CROWD, seconds / 2);
            unpaced(service.port(), new Kind(Connections.KEPT, SMALL), AT_PEAK, seconds / 2);
            compiling = service.cpuSeconds(COMPILER) - before;
            rounds++;
        } while (compiling > seconds * 1.5 * COMPILED && rounds < MOST_ROUNDS);
        pin(service);
    }

    private static void pin(Child service) throws IOException, InterruptedException {
        Cores.pin(service.pid(), SERVICE_CORE);
        Cores.pin(ProcessHandle.current().pid(), CLIENT_CORE);
    }

    /** The peak, and five times as much, by turns, so that what slows the one slows the other. */
    private void measure(int port, Kind kind, double seconds, double least, String name)
            throws InterruptedException {
        Series peaks = new Series();
        Series asked = new Series();
        Series served = new Series();
        Times refusals = new Times();
        for (int turn = 0; turn < extent.turns(); turn++) {
            double peak = unpaced(port, kind, AT_PEAK, seconds).servedPerSecond();
            Tally over = paced(port, kind, FACTOR * peak, seconds);
            peaks.add(peak);
            asked.add(over.asked.get() / over.seconds);
            served.add(over.servedPerSecond());
            over.refusals.addTo(refusals);
        }
        report.add(new Gate(name + ": served, over the peak", "×", least, null, false, false),
                served.over(peaks),
                Series.number(asked.median()) + " requests a second; at the peak " + Series.number(peaks.median())
                        + " served");
        report.add(Gate.atMost("  99 % of the refusals within", "ms", MOST_MILLIS, null), refusals.within(0.99),
                refusals.count() + " times 503; median " + Series.number(refusals.within(0.5)) + " ms, longest "
                        + Series.number(refusals.within(1)) + " ms");
    }

    private Tally unpaced(int port, Kind kind, int clients, double seconds) throws InterruptedException {
        Tally tally = new Tally(seconds);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        Clients.inParallel(clients, () -> {
            try (Asker asker = new Asker(port, kind, tally, end)) {
                while (System.nanoTime() < end) {
                    asker.ask();
                }
            }
        });
        return tally;
    }

    /** Requests at fixed times, whatever has become of those before; one that is late is asked at once. */
    private Tally paced(int port, Kind kind, double perSecond, double seconds)
            throws InterruptedException {
        Tally tally = new Tally(seconds);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        AtomicLong next = new AtomicLong();
        Clients.inParallel(AT_MOST, () -> {
            try (Asker asker = new Asker(port, kind, tally, end)) {
                long due;
                do {
                    due = start + (long) (next.getAndIncrement() / perSecond * 1e9);
                } while (due < end && waitUntil(due) && asker.ask());
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

    /** Asks, of one thread. */
    private final class Asker implements AutoCloseable {

        private final int port;
        private final Kind kind;
        private final Tally tally;
        private final long end;

        /** Made before the first request, so that no answer waits for it. */
        private final ByteBuffer buffer = HttpGet.buffer();

        private @Nullable HttpGet connection;

        /** @param end what is served after it does not count */
        Asker(int port, Kind kind, Tally tally, long end) {
            this.port = port;
            this.kind = kind;
            this.tally = tally;
            this.end = end;
        }

        /** Once. @return true */
        boolean ask() {
            String path = "/api/v1/cost-and-usage.csv.gz?rows=" + kind.rows + "&granularity=hourly&month=2026-03&seed="
                    + seeds.getAndIncrement() % COMPANIES;
            long start = System.nanoTime();
            tally.asked.incrementAndGet();
            try {
                if (kind.connections == Connections.KEPT) {
                    HttpGet kept = connection == null ? HttpGet.kept(port, buffer) : connection;
                    connection = kept;
                    served(kept.again(path).toEnd());
                } else {
                    try (HttpGet get = new HttpGet(port, path, buffer)) {
                        served(get.toEnd());
                    }
                }
            } catch (HttpGet.RefusedException refused) {
                if (String.valueOf(refused.getMessage()).startsWith("HTTP/1.1 503")) {
                    tally.refusals.add((System.nanoTime() - start) / 1e6);
                } else {
                    failed(refused);
                }
            } catch (IOException broken) {
                failed(broken);
                close();
            }
            return true;
        }

        private void served(long bytes) throws IOException {
            if (bytes == 0) {
                throw new IOException("an empty body");
            }
            if (System.nanoTime() <= end) {
                tally.served.incrementAndGet();
            }
        }

        private void failed(IOException failure) {
            failures.incrementAndGet();
            firstFailure.compareAndSet("", failure.toString());
        }

        @Override
        public void close() {
            Clients.close(connection);
            connection = null;
        }
    }
}
