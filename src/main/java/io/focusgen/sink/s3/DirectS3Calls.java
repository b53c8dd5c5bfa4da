package io.focusgen.sink.s3;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.focusgen.sink.FileTarget;
import io.smallrye.mutiny.Uni;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The calls as they are, each made once. */
final class DirectS3Calls implements S3Calls {

    /** Of the metadata; becomes the header x-amz-meta-focus-upload. */
    private static final String MARK = "focus-upload";

    private static final Duration SHORT = Duration.ofSeconds(25);

    /** Of calls that carry a part, or make the server put all parts together. A little less than the guards allow. */
    private static final Duration LONG = Duration.ofMinutes(5).minusSeconds(5);

    private static final int NOT_FOUND = 404;

    /** Between the two parts of where a listing of uploads goes on. */
    private static final String MARKER_END = "\n";

    private final S3AsyncClient client;
    private final S3Settings settings;

    DirectS3Calls(S3AsyncClient client, S3Settings settings) {
        this.client = client;
        this.settings = settings;
    }

    private String key(String name) {
        return settings.prefix() + name;
    }

    private static Consumer<AwsRequestOverrideConfiguration.Builder> within(Duration time) {
        return override -> override.apiCallTimeout(time);
    }

    /** Cancelling breaks the request off; what becomes of it then is nobody's business. */
    private static <T> Uni<T> call(String name, Supplier<CompletableFuture<T>> call) {
        return Uni.createFrom().emitter(emitter -> {
            CompletableFuture<T> answer = call.get();
            emitter.onTermination(() -> answer.cancel(true));
            CompletableFuture<T> unused = answer.whenComplete((item, thrown) -> {
                if (thrown == null) {
                    emitter.complete(item);
                } else {
                    emitter.fail(S3Failures.ofCall(name, thrown));
                }
            });
        });
    }

    @Override
    public Uni<S3Upload> createUpload(FileTarget target, String mark) {
        return call("CreateMultipartUpload", () -> client.createMultipartUpload(request -> {
            request.bucket(settings.bucket()).key(key(target.name())).contentType(target.mediaType())
                    .metadata(Map.of(MARK, mark)).checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                    .overrideConfiguration(within(SHORT));
            settings.storageClass().ifPresent(request::storageClass);
            settings.kmsKeyId().ifPresent(
                    key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key));
        })).map(answer -> new S3Upload(target.name(), answer.uploadId(), mark));
    }

    @Override
    public Uni<S3Part> uploadPart(S3Upload upload, int number, PartContent content) {
        String checksum = base64(content.checksum());
        return content.next().chain(items -> call("UploadPart",
                () -> client.uploadPart(request -> request.bucket(settings.bucket()).key(key(upload.name()))
                        .uploadId(upload.id()).partNumber(number).contentLength(content.bytes())
                        .checksumCRC32C(checksum).overrideConfiguration(within(LONG)), new PartBody(items)))
                .onItem().invoke(() -> PartContent.sent(items)))
                .map(answer -> new S3Part(number, content.bytes(), answer.eTag(), checksum, Instant.now()));
    }

    private static String base64(int checksum) {
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt(checksum).array());
    }

    @Override
    public Uni<Page<S3Part>> listParts(S3Upload upload, @Nullable String after) {
        return call("ListParts", () -> client.listParts(request -> request.bucket(settings.bucket())
                .key(key(upload.name())).uploadId(upload.id())
                .partNumberMarker(after == null ? null : Integer.valueOf(after)).overrideConfiguration(within(SHORT))))
                .map(DirectS3Calls::page);
    }

    private static Page<S3Part> page(ListPartsResponse answer) {
        List<S3Part> parts = answer.parts().stream().map(part -> new S3Part(part.partNumber(), part.size(), part.eTag(),
                Optional.ofNullable(part.checksumCRC32C()).orElse(""), part.lastModified())).toList();
        return new Page<>(parts, Boolean.TRUE.equals(answer.isTruncated())
                ? Optional.of(answer.nextPartNumberMarker().toString())
                : Optional.empty());
    }

    @Override
    public Uni<Void> complete(S3Upload upload, List<S3Part> parts) {
        List<CompletedPart> listed = parts.stream().map(part -> CompletedPart.builder().partNumber(part.number())
                .eTag(part.tag()).checksumCRC32C(part.checksum()).build()).toList();
        return call("CompleteMultipartUpload", () -> client.completeMultipartUpload(request -> request
                .bucket(settings.bucket()).key(key(upload.name())).uploadId(upload.id())
                .multipartUpload(all -> all.parts(listed)).overrideConfiguration(within(LONG)))).replaceWithVoid();
    }

    @Override
    public Uni<Void> abort(S3Upload upload) {
        return call("AbortMultipartUpload", () -> client.abortMultipartUpload(request -> request
                .bucket(settings.bucket()).key(key(upload.name())).uploadId(upload.id())
                .overrideConfiguration(within(SHORT)))).replaceWithVoid()
                .onFailure(DirectS3Calls::isOfUnknownUpload).recoverWithNull();
    }

    private static boolean isOfUnknownUpload(Throwable thrown) {
        return thrown instanceof S3Refused refused && refused.isOfUnknownUpload();
    }

    @Override
    public Uni<Void> put(FileTarget target, PartContent content, String mark) {
        return content.next().chain(items -> call("PutObject", () -> client.putObject(request -> {
            request.bucket(settings.bucket()).key(key(target.name())).contentType(target.mediaType())
                    .contentLength(content.bytes()).checksumCRC32C(base64(content.checksum()))
                    .metadata(Map.of(MARK, mark)).overrideConfiguration(within(LONG));
            settings.storageClass().ifPresent(request::storageClass);
            settings.kmsKeyId().ifPresent(
                    key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key));
        }, new PartBody(items))).onItem().invoke(() -> PartContent.sent(items))).replaceWithVoid();
    }

    @Override
    public Uni<Optional<ObjectFacts>> head(String name) {
        return call("HeadObject", () -> client.headObject(request -> request.bucket(settings.bucket()).key(key(name))
                .overrideConfiguration(within(SHORT))))
                .map(DirectS3Calls::facts)
                .onFailure(thrown -> thrown instanceof S3Refused refused && refused.status() == NOT_FOUND)
                .recoverWithItem(Optional.empty());
    }

    private static Optional<ObjectFacts> facts(HeadObjectResponse answer) {
        return Optional.of(new ObjectFacts(answer.contentLength(), answer.metadata().getOrDefault(MARK, "")));
    }

    @Override
    public Uni<Void> delete(List<String> names) {
        List<ObjectIdentifier> keys = names.stream().map(name -> ObjectIdentifier.builder().key(key(name)).build())
                .toList();
        return call("DeleteObjects", () -> client.deleteObjects(request -> request.bucket(settings.bucket())
                .delete(all -> all.objects(keys).quiet(true)).overrideConfiguration(within(SHORT))))
                .onItem().transformToUni(answer -> answer.errors().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new S3Refused(0, answer.errors().get(0).code(), "DeleteObjects: "
                                + answer.errors().size() + " objects remain, " + answer.errors().get(0).code(), null)));
    }

    @Override
    public Uni<Page<String>> list(String beginning, @Nullable String after) {
        return call("ListObjectsV2", () -> client.listObjectsV2(request -> request.bucket(settings.bucket())
                .prefix(key(beginning)).continuationToken(after).overrideConfiguration(within(SHORT))))
                .map(this::page);
    }

    private Page<String> page(ListObjectsV2Response answer) {
        return new Page<>(answer.contents().stream().map(S3Object::key).map(this::name).toList(),
                Boolean.TRUE.equals(answer.isTruncated())
                        ? Optional.of(answer.nextContinuationToken())
                        : Optional.empty());
    }

    private String name(String key) {
        return key.substring(settings.prefix().length());
    }

    @Override
    public Uni<Page<OpenUpload>> uploads(String beginning, @Nullable String after) {
        int end = after == null ? 0 : after.indexOf(MARKER_END);
        return call("ListMultipartUploads", () -> client.listMultipartUploads(request -> request
                .bucket(settings.bucket()).prefix(key(beginning))
                .keyMarker(after == null ? null : after.substring(0, end))
                .uploadIdMarker(after == null ? null : after.substring(end + 1)).overrideConfiguration(within(SHORT))))
                .map(this::page);
    }

    private Page<OpenUpload> page(ListMultipartUploadsResponse answer) {
        return new Page<>(answer.uploads().stream()
                .map(upload -> new OpenUpload(new S3Upload(name(upload.key()), upload.uploadId(), ""),
                        upload.initiated()))
                .toList(),
                Boolean.TRUE.equals(answer.isTruncated())
                        ? Optional.of(answer.nextKeyMarker() + MARKER_END + answer.nextUploadIdMarker())
                        : Optional.empty());
    }
}
