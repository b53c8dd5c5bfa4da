package io.focusgen.sink.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.smallrye.mutiny.Uni;

/** Takes any part and remembers its length; answers only where a test lets it. */
class RememberingS3Calls implements S3Calls {

    final List<Long> parts = new CopyOnWriteArrayList<>();
    final boolean answers;

    RememberingS3Calls(boolean answers) {
        this.answers = answers;
    }

    @Override
    public Uni<S3Upload> createUpload(FileTarget target, String mark) {
        return Uni.createFrom().item(new S3Upload(target.name(), "1", mark));
    }

    @Override
    public Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content) {
        parts.add(content.bytes());
        return answers
                ? Uni.createFrom().item(new S3Part(number, content.bytes(), "tag", "checksum", Instant.EPOCH))
                : Uni.createFrom().nothing();
    }

    @Override
    public Uni<Page<S3Part>> listParts(S3Upload upload, @Nullable String after) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Void> complete(S3Upload upload, List<S3Part> all) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Void> abort(S3Upload upload) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Void> put(FileTarget target, PartContent content, String mark) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Optional<ObjectFacts>> head(String name) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Void> delete(List<String> names) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Page<String>> list(String beginning, @Nullable String after) {
        throw new AssertionError("not expected");
    }

    @Override
    public Uni<Page<OpenUpload>> uploads(String beginning, @Nullable String after) {
        return Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
    }
}
