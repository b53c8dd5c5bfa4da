package io.focusgen.sink.s3;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.smallrye.mutiny.Uni;

/** Tells {@link S3Metrics} what becomes of parts and uploads, once however often a call is tried. Thread-safe. */
final class CountedS3Calls implements S3Calls {

    private final S3Calls calls;
    private final Iterable<S3Metrics> metrics;
    /** Uploads that would stay in the bucket if the process ended now. */
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    CountedS3Calls(S3Calls calls, Iterable<S3Metrics> metrics) {
        this.calls = calls;
        this.metrics = metrics;
    }

    @Override
    public Uni<S3Upload> createUpload(FileTarget target, String mark) {
        return calls.createUpload(target, mark).invoke(this::begun);
    }

    @Override
    public Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content) {
        // One that another process has begun is ours from its first part on.
        begun(upload);
        return Uni.createFrom().deferred(() -> {
            long from = System.nanoTime();
            return calls.uploadPart(upload, number, content)
                    .invoke(stored -> metrics.forEach(
                            each -> each.stored(upload.name(), stored.bytes(), System.nanoTime() - from)))
                    .onFailure().invoke(() -> metrics.forEach(
                            each -> each.failed(upload.name(), System.nanoTime() - from)));
        });
    }

    @Override
    public Uni<Page<S3Part>> listParts(S3Upload upload, @Nullable String after) {
        return calls.listParts(upload, after);
    }

    @Override
    public Uni<Void> complete(S3Upload upload, List<S3Part> parts) {
        return calls.complete(upload, parts).invoke(() -> ended(upload));
    }

    @Override
    public Uni<Void> abort(S3Upload upload) {
        return calls.abort(upload).invoke(() -> ended(upload));
    }

    private void begun(S3Upload upload) {
        if (open.add(key(upload))) {
            tell();
        }
    }

    private void ended(S3Upload upload) {
        if (open.remove(key(upload))) {
            tell();
        }
    }

    /** Without its mark, which is not known of one that was found in the bucket. */
    private static String key(S3Upload upload) {
        return upload.name() + '\n' + upload.id();
    }

    private void tell() {
        metrics.forEach(each -> each.open(open.size()));
    }

    @Override
    public Uni<Void> put(FileTarget target, PartContent content, String mark) {
        return calls.put(target, content, mark);
    }

    @Override
    public Uni<Optional<ObjectFacts>> head(String name) {
        return calls.head(name);
    }

    @Override
    public Uni<Void> delete(List<String> names) {
        return calls.delete(names);
    }

    @Override
    public Uni<Page<String>> list(String beginning, @Nullable String after) {
        return calls.list(beginning, after);
    }

    @Override
    public Uni<Page<OpenUpload>> uploads(String beginning, @Nullable String after) {
        return calls.uploads(beginning, after);
    }
}
