package io.focusgen.sink.s3;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;

/**
 * The calls of the service. What may pass is tried again six times within about fifteen seconds, where nothing passes for
 * long the bucket is left alone for five, and calls beyond the connections there are wait for one.
 */
@ApplicationScoped
@Retry(maxRetries = 6, delay = 200, jitter = 150, maxDuration = 20, durationUnit = ChronoUnit.MINUTES, retryOn = {
        S3Unavailable.class, TimeoutException.class})
@ExponentialBackoff(maxDelay = 10_000)
@CircuitBreaker(requestVolumeThreshold = 40, failureRatio = 0.9, failOn = {S3Unavailable.class, TimeoutException.class})
@Bulkhead(value = 32, waitingTaskQueue = 1_000)
public class GuardedS3Calls implements S3Calls {

    private final S3Calls calls;

    /** @param connection opened when the first call is made */
    GuardedS3Calls(S3Connection connection) {
        calls = connection.calls();
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-create-upload")
    public Uni<S3Upload> createUpload(FileTarget target, String mark) {
        return calls.createUpload(target, mark);
    }

    @Override
    @Timeout(value = 5, unit = ChronoUnit.MINUTES)
    @CircuitBreakerName("s3-upload-part")
    public Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content) {
        return calls.uploadPart(upload, number, content);
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-list-parts")
    public Uni<Page<S3Part>> listParts(S3Upload upload, @Nullable String after) {
        return calls.listParts(upload, after);
    }

    @Override
    @Timeout(value = 5, unit = ChronoUnit.MINUTES)
    @CircuitBreakerName("s3-complete")
    public Uni<Void> complete(S3Upload upload, List<S3Part> parts) {
        return calls.complete(upload, parts);
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-abort")
    public Uni<Void> abort(S3Upload upload) {
        return calls.abort(upload);
    }

    @Override
    @Timeout(value = 5, unit = ChronoUnit.MINUTES)
    @CircuitBreakerName("s3-put")
    public Uni<Void> put(FileTarget target, PartContent content, String mark) {
        return calls.put(target, content, mark);
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-head")
    public Uni<Optional<ObjectFacts>> head(String name) {
        return calls.head(name);
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-delete")
    public Uni<Void> delete(List<String> names) {
        return calls.delete(names);
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-list")
    public Uni<Page<String>> list(String beginning, @Nullable String after) {
        return calls.list(beginning, after);
    }

    @Override
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @CircuitBreakerName("s3-uploads")
    public Uni<Page<OpenUpload>> uploads(String beginning, @Nullable String after) {
        return calls.uploads(beginning, after);
    }
}
