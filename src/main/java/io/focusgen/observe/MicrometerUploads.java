package io.focusgen.observe;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import io.focusgen.sink.s3.S3Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** Parts of files in S3, and {@code focus_uploads_open}: what would be left in the bucket if the process ended now. */
@Startup
@Singleton
public class MicrometerUploads implements S3Metrics {

    private final Counter stored;
    private final Counter failed;
    private final Counter bytes;
    private final AtomicInteger open = new AtomicInteger();

    MicrometerUploads(MeterRegistry registry) {
        stored = parts(registry, "stored");
        failed = parts(registry, "failed");
        bytes = Meters.counter(registry, "focus.upload.bytes", "Bytes of the parts stored in S3");
        Meters.gauge(registry, "focus.uploads.open",
                "Multipart uploads of this process that are neither completed nor aborted", open::get);
    }

    private static Counter parts(MeterRegistry registry, String result) {
        return Meters.counter(registry, "focus.upload.parts", "Parts sent to S3, once however often each was tried",
                "result", result);
    }

    @Override
    public void stored(String name, long count, long nanos) {
        stored.increment();
        bytes.increment(count);
    }

    @Override
    public void failed(String name, long nanos) {
        failed.increment();
    }

    @Override
    public void open(int uploads) {
        open.set(uploads);
    }
}
