package io.focusgen.testing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A real S3 server in this process, on a free port of the loopback address, with one bucket in memory. It checks signatures
 * and checksums. What it has outlives {@link #stop} and {@link #start}. A {@code TestProfile} starts one in a static field.
 */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "bills";
    public static final String KEY_ID = "key-id";
    public static final String SECRET = "secret-key";

    private final BlobStore store;
    private final S3AsyncClient client;
    private int port;
    private S3Proxy proxy;

    /** Starts one. */
    public S3Server() {
        Properties properties = new Properties();
        properties.setProperty("jclouds.identity", KEY_ID);
        properties.setProperty("jclouds.credential", SECRET);
        store = BlobStores.create("transient", properties);
        proxy = started();
        port = proxy.getPort();
        client = S3AsyncClient.builder().endpointOverride(endpoint()).region(Region.US_EAST_1).forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
                .build();
        client.createBucket(request -> request.bucket(BUCKET)).join();
    }

    private S3Proxy started() {
        try {
            S3Proxy server = S3Proxy.builder().blobStore(store)
                    .awsAuthentication(AuthenticationType.AWS_V4, KEY_ID, SECRET)
                    .v4MaxNonChunkedRequestSize(512 << 20)
                    .ignoreUnknownHeaders(true).stopTimeout(0)
                    .endpoint(URI.create("http://127.0.0.1:" + port)).build();
            server.start();
            return server;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts it on the same port, with all that it had. */
    public void start() {
        proxy = started();
    }

    /** Ends all connections and closes the port. */
    public void stop() {
        try {
            proxy.stop();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    public int port() {
        return port;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The variables with which a program uses the bucket, through a proxy on this port or directly. */
    public static Map<String, String> environment(int port) {
        return Map.of("S3_BUCKET_NAME", BUCKET, "S3_ENDPOINT", "http://127.0.0.1:" + port, "AWS_ACCESS_KEY_ID", KEY_ID,
                "AWS_SECRET_ACCESS_KEY", SECRET);
    }

    /** The keys of all objects. */
    public List<String> objects() {
        return client.listObjectsV2(request -> request.bucket(BUCKET)).join().contents().stream().map(S3Object::key)
                .toList();
    }

    /** The keys of all uploads that are open. */
    public List<String> uploads() {
        return client.listMultipartUploads(request -> request.bucket(BUCKET)).join().uploads().stream()
                .map(MultipartUpload::key).toList();
    }

    /** The content of an object. */
    public byte[] bytes(String key) {
        return client.getObject(request -> request.bucket(BUCKET).key(key), AsyncResponseTransformer.toBytes()).join()
                .asByteArray();
    }

    /** For what else a test wants to do with it. */
    public S3AsyncClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        stop();
    }
}
