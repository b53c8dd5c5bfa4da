package io.focusgen.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.focusgen.sink.ContentDigest;

/** Five gigabytes to S3 out of a small heap, beside the same bytes over HTTP and their SHA-256. */
final class S3UploadSection {

    private static final String HEAP = "-Xmx256m";

    /** As the packaged program has it. */
    private static final String LOG_MANAGER = "-Djava.util.logging.manager=org.jboss.logmanager.LogManager";

    /** About five gigabytes. */
    private static final long ROWS = 5_900_000;

    private final Report report;

    S3UploadSection(Report report) {
        this.report = report;
    }

    void run() throws IOException {
        Request request = Request.hourly(ROWS, 42);
        double streamed;
        long bytes;
        try (Child service = Child.service("s3-plain", HEAP)) {
            double before = service.cpuSeconds();
            try (HttpGet get = new HttpGet(service.port(), request.path())) {
                bytes = get.toEnd();
            }
            streamed = service.cpuSeconds() - before;
        }
        double digested = digestSeconds(bytes);
        try (Child standIn = Child.server("s3-stand-in", S3StandIn.class)) {
            long start = System.nanoTime();
            Child uploader = Child.main(S3Uploader.class, List.of(HEAP, LOG_MANAGER), Integer.toString(standIn.port()),
                    Long.toString(ROWS));
            double wall = (System.nanoTime() - start) / 1e9;
            String[] said = uploader.output().lines().reduce((first, last) -> last).orElseThrow().split(" ", -1);
            if (Long.parseLong(said[0]) != bytes) {
                throw new IOException(said[0] + " bytes were uploaded, " + bytes + " streamed");
            }
            double uploaded = Double.parseDouble(said[2]);
            report.add(Gate.atMost("5 GB to S3, CPU against HTTP plus SHA-256", "x", 2, 1.3),
                    uploaded / (streamed + digested),
                    bytes + " bytes at " + HEAP + " in " + Series.number(wall)
                            + " s with the start of the process, over http, where the SDK digests each part once more to sign it;"
                            + " CPU s/GB: "
                            + Series.number(uploaded / (bytes / 1e9)) + " to upload, "
                            + Series.number(streamed / (bytes / 1e9)) + " over HTTP, "
                            + Series.number(digested / (bytes / 1e9)) + " SHA-256");
            report.add(Gate.atMost("  peak resident memory of it", "MiB", 600, 450.0), Double.parseDouble(said[3]),
                    "VmHWM of the uploading process");
        }
    }

    /** CPU that so many bytes cost, from a fifth of them. */
    private static double digestSeconds(long bytes) {
        byte[] content = new byte[128 << 10];
        ThreadLocalRandom.current().nextBytes(content);
        ContentDigest digest = new ContentDigest();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        while (digest.bytes() < bytes / 5) {
            digest.update(ByteBuffer.wrap(content));
        }
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        if (HexFormat.fromHexDigits(digest.hex(), 0, 8) == 0) {
            throw new IllegalStateException("a digest that begins with zeros");
        }
        return seconds * bytes / digest.bytes();
    }
}
