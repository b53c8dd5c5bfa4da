package io.focusgen.sink.s3;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.Checkpoint;

/** An upload as a checkpoint names it: its id and its mark. */
final class UploadToken {

    private static final char BETWEEN = ' ';

    private UploadToken() {
    }

    static String of(S3Upload upload) {
        return upload.id() + BETWEEN + upload.mark();
    }

    /** The upload that a checkpoint goes on with; none where nothing had been sent. */
    static Optional<S3Upload> read(String name, @Nullable Checkpoint checkpoint) {
        if (checkpoint == null) {
            return Optional.empty();
        }
        int end = checkpoint.token().indexOf(BETWEEN);
        return end < 0
                ? Optional.empty()
                : Optional.of(new S3Upload(name, checkpoint.token().substring(0, end),
                        checkpoint.token().substring(end + 1)));
    }

    /** A mark that no other upload has. */
    static String mark() {
        return UUID.randomUUID().toString();
    }
}
