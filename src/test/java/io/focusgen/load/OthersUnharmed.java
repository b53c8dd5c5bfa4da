package io.focusgen.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;

import io.focusgen.bench.Child;
import io.focusgen.bench.Gate;
import io.focusgen.bench.HttpGet;
import io.focusgen.bench.Report;
import io.focusgen.bench.Series;

/** Clients that read as fast as they can, with and without many slow readers beside them, by turns. */
final class OthersUnharmed {

    private static final int READERS = 500;

    /** Above what the service takes for a reader that has stalled. */
    private static final int BYTES_PER_SECOND = 32 << 10;

    private static final int CLIENTS = 8;
    private static final IntFunction<String> PATH = number -> "/api/v1/cost-and-usage.csv?rows=1000&month=2026-03&seed="
            + number % 8;

    private static final LargeFile ENDLESS = new LargeFile(100_000_000, 42);

    /** Until each slow reader has its first bytes, and nothing more is encoded for any of them. */
    private static final double SETTLED_SECONDS = 60;

    private static final int HEAP_MEBIBYTES = 2048;

    /** Heap, and half as much again for all else of the JVM. */
    private static final double MOST_MEBIBYTES = 1.5 * HEAP_MEBIBYTES;

    private static final double MOST_RATIO = 2;
    private static final double LEAST_RATIO = 0.8;

    private final Extent extent;
    private final Report report;

    private final Series alone = new Series();
    private final Series beside = new Series();
    private final Series aloneRate = new Series();
    private final Series besideRate = new Series();
    private long errors;
    private int broken;
    private int whole;
    private String failure = "";

    OthersUnharmed(Extent extent, Report report) {
        this.extent = extent;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        LargeFile file = new LargeFile(extent.largeRows() / 10, 7);
        LargeFile.Content expected = file.made();
        try (Child service = Child.service("load-slow", "-Xmx" + HEAP_MEBIBYTES + "m", "-XX:+UseG1GC",
                "-XX:+ExitOnOutOfMemoryError", "-Dquarkus.log.level=WARN",
                "-Dfocus.stream.slots=" + (READERS + 4 * CLIENTS), "-Dfocus.stream.blocks-in-flight=1");
                Memory memory = new Memory(service::residentMebibytes)) {
            int port = service.port();
            Clients.ask(port, CLIENTS, extent.warmSeconds(), Long.MAX_VALUE, PATH);
            double before = service.residentMebibytes();
            for (int turn = 0; turn < extent.turns(); turn++) {
                measure(port, alone, aloneRate);
                try (SlowReaders readers = new SlowReaders(port, READERS, ENDLESS.path(), BYTES_PER_SECOND)) {
                    Metrics.await("all slow readers are served, and nobody is encoded for", SETTLED_SECONDS,
                            () -> readers.broken() > 0 || readers.answered() == READERS && idle(port));
                    measure(port, beside, besideRate);
                    whole += file.received(port, HttpGet.buffer()).equals(expected) ? 1 : 0;
                    broken += readers.broken();
                    failure = readers.failure().isEmpty() ? failure : readers.failure();
                }
                Metrics.await("the slots of the slow readers are free", SETTLED_SECONDS,
                        () -> sum(port, "focus_streams_active") == 0);
            }
            add(before, memory.most());
        }
    }

    private void measure(int port, Series within99, Series rate) throws InterruptedException {
        Answers answers = Clients.ask(port, CLIENTS, extent.seconds() / 2, Long.MAX_VALUE, PATH);
        within99.add(answers.within99());
        rate.add(answers.perSecond());
        errors += answers.errors();
        failure = answers.errors() > 0 ? answers.tool() : failure;
    }

    private static boolean idle(int port) {
        return sum(port, "focus_encoder_queued") + sum(port, "focus_encoder_active") == 0;
    }

    private static double sum(int port, String metric) {
        try {
            return Metrics.sum(port, metric);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void add(double before, double most) {
        report.add(Gate.atMost(READERS + " slow readers beside " + CLIENTS + " clients: errors of either", "", 0, null),
                errors + broken, Series.number(BYTES_PER_SECOND / 1024.0) + " KiB/s each, " + extent.turns()
                        + " times opened and closed" + (failure.isEmpty() ? "" : "; " + failure));
        report.add(new Gate("  a large file meanwhile: whole and right", "", (double) extent.turns(), null, false,
                false), whole, "SHA-256 as of the library");
        report.add(Gate.atMost("  99 % of the clients' answers, beside slow readers over without", "×", MOST_RATIO,
                null), beside.over(alone),
                "within " + Series.number(beside.median()) + " ms beside them, "
                        + Series.number(alone.median()) + " ms without");
        report.add(new Gate("  the clients' answers a second, beside slow readers over without", "×", LEAST_RATIO,
                null, false, false), besideRate.over(aloneRate),
                Series.number(besideRate.median())
                        + " a second beside them, " + Series.number(aloneRate.median()) + " without");
        report.add(Gate.atMost("  resident memory at most", "MiB", MOST_MEBIBYTES, null), most,
                Series.number(before) + " MiB before the first slow reader; heap of at most " + HEAP_MEBIBYTES
                        + " MiB");
    }
}
