package io.focusgen.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A job to disk, compared with the same files streamed over HTTP and digested. */
final class JobSection {

    private static final Path DATA = Path.of("target/bench-logs/data").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER_BYTES = 128 << 10;
    private static final long FORCED_BYTES = 64L << 20;
    private static final double GIGA = 1e9;

    private final Effort effort;
    private final Report report;
    private final HttpClient http = HttpClient.newHttpClient();

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
            // Compiled for both ways.
            stream(service, job(service, "400k", 1));
            for (int round = 0; round < effort.pairs(); round++) {
                double before = service.cpuSeconds();
                JsonNode job = job(service, rows, 2 + round);
                double ofJob = service.cpuSeconds() - before;
                before = service.cpuSeconds();
                bytes = stream(service, job);
                double ofStream = service.cpuSeconds() - before;
                if (bytes != job.get("bytes").asLong() - manifest(job)) {
                    throw new IllegalStateException(
                            "the job has other bytes than the streams: " + bytes + " of " + job);
                }
                jobs.add(ofJob / (bytes / GIGA));
                streams.add(ofStream / (bytes / GIGA));
                digests.add(digest(bytes) / (bytes / GIGA));
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

    /** Asks for a job and waits for its end. */
    private JsonNode job(Child service, String rows, int seed) throws IOException, InterruptedException {
        HttpResponse<String> taken = send(service, "POST",
                "/api/v1/jobs?month=2026-01&granularity=hourly&rows=" + rows + "&seed=" + seed);
        if (taken.statusCode() != 202) {
            throw new IOException("no job: " + taken.body());
        }
        String path = taken.headers().firstValue("Location").orElseThrow();
        while (true) {
            JsonNode job = JSON.readTree(send(service, "GET", path).body());
            String status = job.get("status").asText();
            if (status.equals("completed")) {
                // What is known of it is enough from here on.
                send(service, "DELETE", path);
                return job;
            }
            if (!status.equals("queued") && !status.equals("running")) {
                throw new IOException("the job " + status + ": " + job);
            }
            Thread.sleep(100);
        }
    }

    private HttpResponse<String> send(Child service, String method, String path)
            throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static long stream(Child service, JsonNode job) throws IOException {
        long bytes = 0;
        for (JsonNode file : job.get("files")) {
            if (file.has("canonicalUrl")) {
                try (HttpGet get = new HttpGet(service.port(), file.get("canonicalUrl").asText())) {
                    bytes += get.toEnd();
                }
            }
        }
        return bytes;
    }

    private static long manifest(JsonNode job) {
        JsonNode files = job.get("files");
        return files.get(files.size() - 1).get("bytes").asLong();
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

    /** CPU seconds of digesting so many bytes. */
    private static double digest(long bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int warm = 0; warm < 2_000; warm++) {
            digest.update(buffer);
        }
        return Cost.of(() -> {
            for (long left = bytes; left > 0; left -= BUFFER_BYTES) {
                digest.update(buffer, 0, (int) Math.min(left, BUFFER_BYTES));
            }
            return digest.digest().length;
        }).cpuSeconds();
    }
}
