package io.focusgen.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.fasterxml.jackson.databind.JsonNode;

/** A job to disk, compared with the same files streamed over HTTP and digested. */
final class JobSection {

    private static final Path DATA = Path.of("target/bench-logs/data").toAbsolutePath();
    private static final int BUFFER_BYTES = 128 << 10;
    private static final long FORCED_BYTES = 64L << 20;
    private static final double GIGA = 1e9;

    private final Effort effort;
    private final Report report;

    JobSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        String rows = effort.quick() ? "400k" : "1M";
        Series jobs = new Series();
        Series streams = new Series();
        Series digests = new Series();
        Series writes = new Series();
        Series parts = new Series();
        long bytes = 0;
        try (Child service = Child.service("job", "-Xmx256m", "-Dfocus.disk.dir=" + DATA)) {
            JobClient client = new JobClient(service);
            // Compiled for both ways.
            client.streamed(client.completed("disk", "400k", 1));
            for (int round = 0; round < effort.pairs(); round++) {
                double before = service.cpuSeconds();
                JsonNode job = client.completed("disk", rows, 2 + round);
                double ofJob = service.cpuSeconds() - before;
                before = service.cpuSeconds();
                bytes = client.streamed(job);
                double ofStream = service.cpuSeconds() - before;
                jobs.add(ofJob / (bytes / GIGA));
                streams.add(ofStream / (bytes / GIGA));
                digests.add(JobClient.digest(bytes) / (bytes / GIGA));
                writes.add(ofWriting(bytes) / (bytes / GIGA));
                parts.add(streams.last() + digests.last() + writes.last());
            }
            report.add(Gate.atMost("job to disk, CPU of the same streams + SHA-256 + writing", "x", 2, 1.3),
                    jobs.over(parts),
                    bytes + " bytes; CPU s/GB " + Series.number(jobs.median()) + " of "
                            + Series.number(streams.median())
                            + " + " + Series.number(digests.median()) + " + " + Series.number(writes.median())
                            + " (" + writes.spread()
                            + "), the kernel's share of which depends on what memory it finds");
            report.add(Gate.atMost("  peak resident memory of both", "MiB", 600, null), service.peakMebibytes(),
                    "VmHWM of the service at -Xmx256m");
        }
    }

    /** CPU seconds of this process for writing and forcing so many zeros: what the disk takes, whoever writes. */
    private static double ofWriting(long bytes) throws Exception {
        Path file = DATA.resolve("zeros");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(BUFFER_BYTES);
            return Cost.of(() -> {
                long forced = 0;
                for (long written = 0; written < bytes;) {
                    zeros.clear().limit((int) Math.min(BUFFER_BYTES, bytes - written));
                    written += channel.write(zeros);
                    if (written - forced >= FORCED_BYTES) {
                        channel.force(false);
                        forced = written;
                    }
                }
                channel.force(false);
                return bytes;
            }).cpuSeconds();
        }
    }
}
