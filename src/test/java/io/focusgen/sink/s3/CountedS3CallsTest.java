package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.focusgen.sink.FileTarget;
import io.smallrye.mutiny.Uni;

class CountedS3CallsTest {

    private static final FileTarget FILE = new FileTarget("job/file.csv", "text/csv");

    private final List<String> told = new ArrayList<>();
    private final S3Metrics metrics = new S3Metrics() {
        @Override
        public void stored(String name, long bytes, long nanos) {
            told.add("stored " + name + ' ' + bytes + (nanos >= 0));
        }

        @Override
        public void failed(String name, long nanos) {
            told.add("failed " + name);
        }

        @Override
        public void open(int uploads) {
            told.add("open " + uploads);
        }
    };

    /** Fails each part whose number is even. */
    private final class Bucket extends RememberingS3Calls {

        Bucket() {
            super(true);
        }

        @Override
        public Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content) {
            return number % 2 == 0
                    ? Uni.createFrom().failure(new S3Refused(403, "AccessDenied", "no", null))
                    : super.uploadPart(upload, number, content);
        }

        @Override
        public Uni<Void> complete(S3Upload upload, List<S3Part> all) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> abort(S3Upload upload) {
            return Uni.createFrom().voidItem();
        }
    }

    private static PartContent part(long bytes) {
        return new PartContent(null, bytes, 0, null, Runnable::run, () -> false, null);
    }

    @Test
    void partsAndOpenUploadsAreTold() {
        CountedS3Calls calls = new CountedS3Calls(new Bucket(), List.of(metrics));
        S3Upload first = calls.createUpload(FILE, "mark").await().indefinitely();
        // One that another process had begun, whose mark nobody knows.
        S3Upload other = new S3Upload("job/other.csv", "2", "");

        calls.uploadPart(first, 1, part(7)).await().indefinitely();
        calls.uploadPart(other, 1, part(8)).await().indefinitely();
        assertThatThrownBy(() -> calls.uploadPart(first, 2, part(9)).await().indefinitely())
                .isInstanceOf(S3Refused.class);
        calls.complete(other, List.of()).await().indefinitely();
        calls.abort(new S3Upload(first.name(), first.id(), "")).await().indefinitely();
        calls.abort(first).await().indefinitely();

        assertThat(told).containsExactly("open 1", "stored job/file.csv 7true", "open 2", "stored job/other.csv 8true",
                "failed job/file.csv", "open 1", "open 0");
    }
}
