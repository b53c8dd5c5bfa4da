package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The SDK's client for a bucket. It repeats nothing, and computes no checksums besides ours. */
final class S3Connection implements S3Links, AutoCloseable {

    /** Of which there are more than anybody here uses; the SDK's pool loses sight of one that is refused, now and then. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** A server that takes or gives not a byte for so long is gone. */
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int MOST_CONNECTIONS = 64;

    private final S3Settings settings;
    private final S3AsyncClient client;
    private final S3Presigner presigner;

    /** With clients of its own. @param worker where answers are handled */
    S3Connection(S3Settings settings, Executor worker) {
        this(settings, client(settings, worker, List.of(), S3AsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().maxConcurrency(MOST_CONNECTIONS)
                        .connectionTimeout(CONNECT).readTimeout(SILENCE).writeTimeout(SILENCE)
                        .connectionAcquisitionTimeout(CONNECT).tcpKeepAlive(true))),
                presigner(settings, S3Presigner.builder()));
    }

    /** With clients that {@link #client} and {@link #presigner} have made, which it closes. */
    S3Connection(S3Settings settings, S3AsyncClient client, S3Presigner presigner) {
        this.settings = settings;
        this.client = client;
        this.presigner = presigner;
    }

    /**
     * A client for the bucket.
     *
     * @param worker where answers are handled
     * @param observers of its connections
     * @param builder that has its HTTP client already
     */
    static S3AsyncClient client(S3Settings settings, Executor worker, Iterable<S3PoolMetrics> observers,
            S3AsyncClientBuilder builder) {
        builder.region(Region.of(settings.region())).credentialsProvider(credentials(settings))
                .putAuthScheme(PartSigner.scheme()).serviceConfiguration(service(settings))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .asyncConfiguration(
                        async -> async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, worker))
                .overrideConfiguration(override -> override.retryStrategy(retries -> retries.maxAttempts(1))
                        .addMetricPublisher(new PoolPublisher(observers)));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** What signs links to the bucket. */
    static S3Presigner presigner(S3Settings settings, S3Presigner.Builder builder) {
        builder.region(Region.of(settings.region())).credentialsProvider(credentials(settings))
                .serviceConfiguration(service(settings));
        settings.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.credentials().<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    private static S3Configuration service(S3Settings settings) {
        return S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).chunkedEncodingEnabled(false)
                .build();
    }

    S3Calls calls() {
        return new DirectS3Calls(client, settings);
    }

    @Override
    public URI link(String name, Duration validity) {
        Duration longest = settings.linkExpiry();
        return URI.create(presigner.presignGetObject(request -> request
                .signatureDuration(validity.compareTo(longest) < 0 ? validity : longest)
                .getObjectRequest(object -> object.bucket(settings.bucket()).key(settings.prefix() + name)))
                .url().toExternalForm());
    }

    @Override
    public URI location(String name) {
        return settings.location(name);
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }
}
