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
    private static final long ZEROS = 512L << 20;
    private static final long FORCED_BYTES = 64L << 20;

    private final Effort effort;
    private final Report report;
    private final HttpClient http = HttpClient.newHttpClient();

    JobSection(Effort effort, Report report) {
        this.effort = effort;
        this.report = report;
    }

    void run() throws Exception {
        String rows = effort.quick() ? "400k" : "2M";
        try (Child service = Child.service("job", "-Xmx256m", "-Dfocus.disk.dir=" + DATA)) {
            // Compiled for both ways.
            stream(service, job(service, "400k", 1));
            double before = service.cpuSeconds();
            JsonNode job = job(service, rows, 2);
            double ofJob = service.cpuSeconds() - before;
            before = service.cpuSeconds();
            long bytes = stream(service, job);
            double ofStream = service.cpuSeconds() - before;
            double ofDigest = digest(bytes);
            if (bytes != job.get("bytes").asLong() - manifest(job)) {
                throw new IllegalStateException("the job has other bytes than the streams: " + bytes + " of " + job);
            }
            report.add(Gate.atMost("job to disk, CPU of the same streams + SHA-256", "x", 2, 1.3),
                    ofJob / (ofStream + ofDigest),
                    bytes + " bytes; CPU s/GB " + perGigabyte(ofJob, bytes) + " of "
                            + perGigabyte(ofStream, bytes) + " + " + perGigabyte(ofDigest, bytes)
                            + "; writing zeros to the same disk takes " + perGigabyte(ofWriting(), ZEROS));
            report.add(Gate.atMost("  peak resident memory of both", "MiB", 600, null), service.peakMebibytes(),
                    "VmHWM of the service at -Xmx256m");
        }
    }

    private static String perGigabyte(double seconds, long bytes) {
        return Series.number(seconds / (bytes / 1e9));
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

    /** CPU seconds of this process for writing and forcing zeros: what the kernel takes for the disk, whoever writes. */
    private static double ofWriting() throws Exception {
        Path file = DATA.resolve("zeros");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer zeros = ByteBuffer.allocateDirect(BUFFER_BYTES);
            return Cost.of(() -> {
                for (long left = ZEROS; left > 0; left -= channel.write(zeros.clear())) {
                    if (left % FORCED_BYTES == 0) {
                        channel.force(false);
                    }
                }
                channel.force(false);
                return ZEROS;
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
