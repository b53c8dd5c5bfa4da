package io.focusgen.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Five gigabytes to S3 out of a small heap: what a service spends on them as a job, beside the same bytes streamed by the
 * same transport and their SHA-256. Over https, as Amazon's is reached, and over http, as stores of one's own often are.
 */
final class S3UploadSection {

    private static final Path DATA = Path.of("target/bench-logs/s3-data").toAbsolutePath();
    private static final String HEAP = "-Xmx256m";

    /** About five gigabytes. */
    private static final String ROWS = "5.9M";
    private static final int ROUNDS = 3;
    private static final double GIGA = 1e9;

    private final Report report;

    S3UploadSection(Report report) {
        this.report = report;
    }

    void run() throws Exception {
        Path key = SelfSigned.made();
        int tlsPort = Child.freePort();
        try (Child standIn = Child.server("s3-stand-in", S3StandIn.class, Integer.toString(tlsPort), key.toString())) {
            Measured https = measured("https://localhost:" + tlsPort, key, true);
            report.add(Gate.atMost("5 GB to S3 over https, CPU of the same stream + SHA-256", "x", 2, 1.3),
                    https.ratios(1), https.toString());
            report.add(Gate.atMost("  peak resident memory of both", "MiB", 600, 450.0), https.peakMebibytes(),
                    "VmHWM of the service at " + HEAP);
            String plain = "http://127.0.0.1:" + standIn.port();
            Measured http = measured(plain, key, false);
            report.add(
                    Gate.atMost("5 GB to S3 over http, CPU of the same stream + SHA-256 of file and parts", "x", 2,
                            1.3),
                    http.ratios(2), http + " for each digest; signing asks for that of the parts; "
                            + Series.number(http.ratios(1).median()) + " x without it");
            report.add(Gate.reported("  by the verb, from the start of its process", "CPU s/GB"),
                    verb(plain) / (http.bytes() / GIGA), "compiler included");
        }
    }

    /** CPU seconds a gigabyte, in pairs. */
    private record Measured(long bytes, Series uploads, Series streams, Series digests, double peakMebibytes) {

        /** What the uploads cost against the streams and so many digests. */
        Series ratios(int times) {
            Series parts = new Series();
            for (int round = 0; round < uploads.count(); round++) {
                parts.add(streams.values()[round] + times * digests.values()[round]);
            }
            return uploads.over(parts);
        }

        @Override
        public String toString() {
            return bytes + " bytes as a job at " + HEAP + "; CPU s/GB " + Series.number(uploads.median()) + " of "
                    + Series.number(streams.median()) + " + " + Series.number(digests.median());
        }
    }

    private static Measured measured(String endpoint, Path key, boolean tls) throws Exception {
        Series uploads = new Series();
        Series streams = new Series();
        Series digests = new Series();
        long bytes = 0;
        int tlsPort = Child.freePort();
        try (Child service = Child.service("s3-upload", HEAP, "-Dfocus.disk.dir=" + DATA, "-Dfocus.s3.bucket=bench",
                "-Dfocus.s3.endpoint=" + endpoint, "-Dfocus.s3.access-key-id=key",
                "-Dfocus.s3.secret-access-key=secret", "-Djavax.net.ssl.trustStore=" + key,
                "-Djavax.net.ssl.trustStorePassword=" + SelfSigned.PASSWORD, "-Dquarkus.http.ssl-port=" + tlsPort,
                "-Dquarkus.http.ssl.certificate.key-store-file=" + key,
                "-Dquarkus.http.ssl.certificate.key-store-password=" + SelfSigned.PASSWORD)) {
            JobClient client = tls
                    ? new JobClient(service, tlsPort, SelfSigned.trusting(key))
                    : new JobClient(service);
            // A service that has run for a while has compiled both ways.
            client.streamed(client.completed("s3", ROWS, 1));
            for (int round = 0; round < ROUNDS; round++) {
                double before = service.cpuSeconds();
                JsonNode job = client.completed("s3", ROWS, 2 + round);
                double ofUpload = service.cpuSeconds() - before;
                before = service.cpuSeconds();
                bytes = client.streamed(job);
                double ofStream = service.cpuSeconds() - before;
                uploads.add(ofUpload / (bytes / GIGA));
                streams.add(ofStream / (bytes / GIGA));
                digests.add(JobClient.digest(bytes) / (bytes / GIGA));
            }
            return new Measured(bytes, uploads, streams, digests, service.peakMebibytes());
        }
    }

    /** CPU seconds of the same from the start of a process, which compiles it all first. */
    private static double verb(String endpoint) throws Exception {
        double before = Child.endedChildrenCpuSeconds();
        Child.commandLine("s3-verb",
                Map.of("S3_ENDPOINT", endpoint, "AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret"),
                List.of(HEAP), List.of("generate", "cost-and-usage", "--rows", ROWS, "--month", "2026-01",
                        "--granularity", "hourly", "--seed", "42", "--quiet", "--out", "s3://bench/a.csv"));
        return Child.endedChildrenCpuSeconds() - before;
    }
}
