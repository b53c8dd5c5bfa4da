package io.focusgen.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import io.focusgen.bench.Child;
import io.focusgen.bench.Gate;
import io.focusgen.bench.HttpGet;
import io.focusgen.bench.Report;
import io.focusgen.bench.Series;

/** Large files, all at once, out of a small heap. */
final class LargeStreams {

    private static final int STREAMS = 32;
    private static final int HEAP_MEBIBYTES = 256;

    /** How many times shorter the files are that come first. */
    private static final int WARM_PART = 10;

    /** What the last third of the time may have more than the first. */
    private static final double MOST_GROWTH = 32;

    /** Heap, and as much again for all else of the JVM. */
    private static final double MOST_MEBIBYTES = 2 * HEAP_MEBIBYTES;

    /** What may be left of the heap behind the files. */
    private static final double MOST_LEFT = 16;

    private final Extent extent;
    private final Report report;

    LargeStreams(Extent extent, Report report) {
        this.extent = extent;
        this.report = report;
    }

    /** What became of all files. */
    private static final class Outcome {

        final AtomicInteger right = new AtomicInteger();
        final AtomicLong bytes = new AtomicLong();
        final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    }

    void run() throws IOException, InterruptedException {
        List<LargeFile> files = files(extent.largeRows());
        List<LargeFile.Content> expected = made(files);
        // One block ahead of each reader: with more of them so many streams would not fit such a heap. Its pages are all
        // touched at the start, so that what grows is something else.
        try (Child service = Child.service("load-large", "-Xms" + HEAP_MEBIBYTES + "m", "-Xmx" + HEAP_MEBIBYTES + "m",
                "-XX:+AlwaysPreTouch", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-Dquarkus.log.level=WARN",
                "-Dfocus.stream.slots=" + STREAMS, "-Dfocus.stream.blocks-in-flight=1")) {
            List<LargeFile> first = files(extent.largeRows() / WARM_PART);
            Outcome warm = receive(service.port(), first, made(first));
            double heapBefore = Metrics.collectedHeap(service);
            double growth;
            double most;
            Outcome outcome;
            double seconds;
            try (Memory memory = new Memory(service::residentMebibytes)) {
                long start = System.nanoTime();
                outcome = receive(service.port(), files, expected);
                seconds = (System.nanoTime() - start) / 1e9;
                growth = memory.growth();
                most = memory.most();
            }
            double left = Metrics.collectedHeap(service) - heapBefore;
            outcome.wrong.addAll(warm.wrong);
            report.add(new Gate(STREAMS + " large files at once at -Xmx" + HEAP_MEBIBYTES + "m: whole and right", "",
                    2.0 * STREAMS, null, false, false), warm.right.get() + outcome.right.get(),
                    STREAMS + " of " + extent.largeRows() / WARM_PART + " rows, then " + STREAMS + " of "
                            + extent.largeRows() + ", SHA-256 as of the library; " + Series.number(outcome.bytes.get()
                                    / 1e9)
                            + " GB in " + Series.number(seconds) + " s"
                            + (outcome.wrong.isEmpty() ? "" : "; " + outcome.wrong.peek()));
            report.add(Gate.atMost("  resident memory at most", "MiB", MOST_MEBIBYTES, null), most,
                    "VmRSS of the service, ten times a second; its heap is resident from the start");
            report.add(Gate.atMost("  more of it in the last third of the time than in the first", "MiB", MOST_GROWTH,
                    null), growth, "the most of each");
            report.add(Gate.atMost("  left on the heap behind full collections", "MiB", MOST_LEFT, null), left,
                    Series.number(heapBefore) + " MiB before");
        }
    }

    private static List<LargeFile> files(long rows) {
        return LongStream.rangeClosed(1, STREAMS).mapToObj(seed -> new LargeFile(rows, seed)).toList();
    }

    private static Outcome receive(int port, List<LargeFile> files, List<LargeFile.Content> expected)
            throws InterruptedException {
        Outcome outcome = new Outcome();
        AtomicInteger next = new AtomicInteger();
        Clients.inParallel(files.size(), () -> {
            int number = next.getAndIncrement();
            LargeFile file = files.get(number);
            try {
                LargeFile.Content content = file.received(port, HttpGet.buffer());
                outcome.bytes.addAndGet(content.bytes());
                if (content.equals(expected.get(number))) {
                    outcome.right.incrementAndGet();
                } else {
                    outcome.wrong.add(file + " is " + content + ", not " + expected.get(number));
                }
            } catch (IOException broken) {
                outcome.wrong.add(file + ": " + broken);
            }
        });
        return outcome;
    }

    /** Contents of all files, made on all cores. */
    private static List<LargeFile.Content> made(List<LargeFile> files) {
        return new ArrayList<>(files.parallelStream().map(LargeFile::made).toList());
    }
}
