package io.focusgen.bench;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.focusgen.sink.FileTarget;
import io.focusgen.sink.StoredFile;
import io.focusgen.sink.s3.S3Access;
import io.focusgen.stream.Format;
import io.focusgen.stream.PlannedExport;
import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Uploads a bill and prints a line: bytes, their SHA-256, CPU seconds of that, and MiB of memory at the peak of the process. */
public final class S3Uploader {

    /** Enough for several parts. */
    private static final long FIRST_ROWS = 50_000;

    private S3Uploader() {
    }

    /**
     * Uploads once.
     *
     * @param arguments the port of the server on the loopback address, and the rows
     */
    public static void main(String... arguments) {
        try {
            upload(arguments);
            System.exit(0);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void upload(String... arguments) {
        Request request = Request.hourly(Long.parseLong(arguments[1]), 42);
        Map<String, String> environment = Map.of("S3_ENDPOINT", "http://127.0.0.1:" + arguments[0], "AWS_ACCESS_KEY_ID",
                "key", "AWS_SECRET_ACCESS_KEY", "secret");
        StoredFile stored;
        double before;
        try (Streams streams = new Streams(StreamSettings.forCores(Runtime.getRuntime().availableProcessors()));
                S3Access access = S3Access.of(URI.create("s3://bucket"), environment, streams,
                        Infrastructure.getDefaultWorkerPool())) {
            // A service has its client already, as it has its HTTP server.
            upload(access, "first.csv", Request.hourly(FIRST_ROWS, 1));
            before = Child.ownCpuSeconds();
            stored = upload(access, "bill.csv", request);
        }
        System.out.println(stored.bytes() + " " + stored.sha256() + " " + (Child.ownCpuSeconds() - before) + " "
                + Child.ownPeakMebibytes());
    }

    private static StoredFile upload(S3Access access, String name, Request request) {
        return access.upload(new FileTarget(name, "text/csv"), PlannedExport.of(request.spec()).blocks(Format.CSV),
                sent -> {
                }).await().atMost(Duration.ofMinutes(5));
    }
}
