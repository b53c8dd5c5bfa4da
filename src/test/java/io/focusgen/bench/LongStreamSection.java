package io.focusgen.bench;

import java.io.IOException;

import io.focusgen.stream.BlockSource;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;

/** Five gigabytes out of a small heap, compared with what the engine writes to nowhere. */
final class LongStreamSection {

    private static final double BYTES = 5e9;

    /** Rows that the length of a row is taken from. */
    private static final long SAMPLE = 200_000;

    private final Effort effort;
    private final Report report;

    LongStreamSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    private record Content(long bytes, long checksum) {
    }

    void run() throws Exception {
        Request request = Request.hourly((long) (1.06 * BYTES / bytesPerRow(Request.hourly(5_000_000, 42))), 42);
        Content expected = expected(request);
        if (expected.bytes < BYTES) {
            throw new IllegalStateException(request.rows() + " rows are only " + expected.bytes + " bytes");
        }
        stream(request, expected, "128m", false);
        if (!effort.quick()) {
            stream(request, expected, "64m", true);
        }
    }

    private static double bytesPerRow(Request request) {
        Stretches sample = new Stretches(request, SAMPLE);
        NullSink sink = NullSink.counting();
        sample.encode(sink);
        return (double) sink.bytes() / sample.rows();
    }

    private static Content expected(Request request) {
        NullSink sink = NullSink.summing();
        BlockSource source = PlannedExport.of(request.spec()).blocks(Format.CSV);
        for (long block = 0; block < source.blocks(); block++) {
            source.encode(block, sink);
        }
        return new Content(sink.bytes(), sink.checksum());
    }

    private void stream(Request request, Content expected, String heap, boolean reported) throws IOException {
        Gate completes = new Gate("5 GB over HTTP at -Xmx" + heap, "GB", expected.bytes / 1e9, null, false, reported);
        Gate peak = Gate.atMost("  peak resident memory of it", "MiB", 400, 300.0);
        try (Child service = Child.service("stream-" + heap, "-Xmx" + heap)) {
            double cpu = service.cpuSeconds();
            long start = System.nanoTime();
            String end;
            long bytes;
            try (HttpGet get = new HttpGet(service.port(), request.path()).summing()) {
                try {
                    get.toEnd();
                    end = get.checksum() == expected.checksum ? "CRC32C as of the null sink" : "CRC32C DIFFERS";
                } catch (IOException broken) {
                    end = "BROKEN OFF: " + broken.getMessage();
                }
                bytes = end.startsWith("CRC32C as") ? get.bytes() : Math.min(get.bytes(), expected.bytes - 1);
            }
            double wall = (System.nanoTime() - start) / 1e9;
            report.add(completes, bytes / 1e9, request.rows() + " rows, " + bytes + " bytes of " + expected.bytes + ", "
                    + end + "; " + Series.number(bytes / 1e6 / wall) + " MB/s, service CPU s/GB "
                    + Series.number((service.cpuSeconds() - cpu) / (bytes / 1e9)));
            report.add(reported ? peak.onlyReported() : peak, service.peakMebibytes(),
                    "VmHWM of the service from its start to the end of the stream");
        }
    }
}
