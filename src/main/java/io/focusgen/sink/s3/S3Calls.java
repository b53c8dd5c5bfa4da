package io.focusgen.sink.s3;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.smallrye.mutiny.Uni;

/**
 * One method per remote call, on one bucket; names are as in {@link FileTarget}, without the prefix of the bucket. Each can
 * be made any number of times with the same outcome. They fail with {@link S3Unavailable}, which may pass, or {@link
 * S3Refused}.
 */
interface S3Calls {

    /**
     * Begins an upload.
     *
     * @param mark for the metadata of the object
     */
    Uni<S3Upload> createUpload(FileTarget target, String mark);

    /** Sends a part; the server compares it with its checksum. */
    Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content);

    /**
     * Parts that the server has, in their order.
     *
     * @param after the number of the last part of the page before, or null
     */
    Uni<Page<S3Part>> listParts(S3Upload upload, @Nullable String after);

    /** Makes an object of the parts. */
    Uni<Void> complete(S3Upload upload, List<S3Part> parts);

    /** Done, too, where there is no such upload. */
    Uni<Void> abort(S3Upload upload);

    /** Makes an object of one piece. */
    Uni<Void> put(FileTarget target, PartContent content, String mark);

    /** What there is of that name. */
    Uni<Optional<ObjectFacts>> head(String name);

    /** At most 1,000 names. */
    Uni<Void> delete(List<String> names);

    /**
     * Names of objects.
     *
     * @param beginning of the names
     * @param after the end of the page before, or null
     */
    Uni<Page<String>> list(String beginning, @Nullable String after);

    /**
     * Uploads that are open, the marks unknown.
     *
     * @param beginning of the names
     * @param after the end of the page before, or null
     */
    Uni<Page<OpenUpload>> uploads(String beginning, @Nullable String after);
}
