package io.focusgen.sink.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.buffer.Buffer;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** A part is signed with the same headers as by the SDK's own signer, and not copied. */
class PartSignerTest {

    private static final String[] TEXT = {"a,b\n", "1,2\n", "3,4\n"};
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    /** Over http the payload is signed, over https it is not. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000", "https://bucket.s3.eu-central-1.amazonaws.com"})
    void theHeadersAreThoseOfTheSdk(String server) {
        List<Buffer> items = List.of(Buffer.buffer(TEXT[0]), Buffer.buffer(TEXT[1]), Buffer.buffer(TEXT[2]));
        PartBody body = new PartBody(items);
        SdkHttpRequest part = SdkHttpRequest.builder().method(SdkHttpMethod.PUT)
                .uri(URI.create(server + "/a%20b/c.csv"))
                .putRawQueryParameter("partNumber", "3").putRawQueryParameter("uploadId", "x/y==")
                .putHeader("x-amz-checksum-crc32c", "AAAAAA==").putHeader("Content-Length", "12").build();

        AsyncSignedRequest ours = new PartSigner().signAsync(request(part, body)).join();
        AsyncSignedRequest theirs = AwsV4HttpSigner.create().signAsync(request(part,
                AsyncRequestBody.fromBytes(String.join("", TEXT).getBytes(StandardCharsets.US_ASCII)))).join();

        assertThat(ours.request().headers()).isEqualTo(theirs.request().headers()).containsKey("Authorization");
        assertThat(ours.request().firstMatchingHeader("x-amz-content-sha256")).hasValueSatisfying(
                hash -> assertThat(hash.equals("UNSIGNED-PAYLOAD")).isEqualTo(server.startsWith("https")));
        assertThat(ours.payload()).containsSame(body);
    }

    private static AsyncSignRequest<AwsCredentialsIdentity> request(SdkHttpRequest part,
            org.reactivestreams.Publisher<ByteBuffer> payload) {
        return AsyncSignRequest.builder(AwsCredentialsIdentity.create("key", "secret")).request(part).payload(payload)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                .putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, false)
                .putProperty(HttpSigner.SIGNING_CLOCK, NOON).build();
    }
}
