package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.focusgen.sink.FileTarget;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.s3.model.StorageClass;

/**
 * A bucket and how to reach it.
 *
 * @param bucket its name
 * @param region of it, e.g. {@code eu-central-1}
 * @param endpoint of another server than Amazon's
 * @param pathStyle whether the bucket is the first part of the path, not of the host name
 * @param prefix of all keys: empty, or a path with a slash at its end
 * @param kmsKeyId what the server encrypts objects with; none leaves it to the bucket
 * @param storageClass of objects; none leaves it to the server
 * @param linkExpiry how long a link is valid, a second to seven days
 * @param credentials to sign with; none leaves it to the SDK to find some
 */
public record S3Settings(String bucket, String region, Optional<URI> endpoint, boolean pathStyle, String prefix,
        Optional<String> kmsKeyId, Optional<String> storageClass, Duration linkExpiry,
        Optional<AwsCredentials> credentials) {

    /** What the variable says where there is no bucket. */
    private static final String NO_BUCKET = "local";
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /** What is no label of a host name, and what would be taken for an address instead of one. */
    private static final Pattern NO_BUCKET_EITHER = Pattern.compile(".*(\\.\\.|\\.-|-\\.).*|[0-9]+(\\.[0-9]+){3}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST_PREFIX = 256;
    private static final Duration LONGEST_LINK = Duration.ofDays(7);
    private static final List<String> SCHEMES = List.of("http", "https");

    public S3Settings {
        require(BUCKET.matcher(bucket).matches() && !NO_BUCKET_EITHER.matcher(bucket).matches(),
                "S3_BUCKET_NAME must be the name of a bucket, 3 to 63 of a-z 0-9 . - that begin and end with a letter or"
                        + " digit, no dot beside another or a hyphen and no address, or local to keep files on disk",
                bucket);
        require(REGION.matcher(region).matches(), "AWS_REGION must be a region, e.g. us-east-1", region);
        endpoint.ifPresent(uri -> require(uri.getScheme() != null && SCHEMES.contains(uri.getScheme())
                && uri.getHost() != null && uri.getUserInfo() == null,
                "S3_ENDPOINT must be an address like https://s3.example.com", withoutUser(uri)));
        require(prefix.isEmpty() || prefix.length() <= LONGEST_PREFIX && prefix.endsWith("/")
                && FileTarget.isName(prefix.substring(0, prefix.length() - 1)),
                "S3_PREFIX must be a path of letters, digits and . _ - = with slashes between, at most 255 characters",
                prefix);
        storageClass.ifPresent(name -> {
            Set<StorageClass> known = StorageClass.knownValues();
            require(known.contains(StorageClass.fromValue(name)),
                    "S3_STORAGE_CLASS must be one of " + known.stream().map(StorageClass::toString).sorted().toList(),
                    name);
        });
        require(linkExpiry.compareTo(Duration.ofSeconds(1)) >= 0 && linkExpiry.compareTo(LONGEST_LINK) <= 0,
                "S3_LINK_EXPIRY must be 1s to 7d", linkExpiry);
    }

    /** As it was given, but for what may be a secret. */
    private static String withoutUser(URI uri) {
        return uri.toString().replaceFirst("//[^/?#]*@", "//");
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but is " + value);
        }
    }

    /**
     * The configured values, or none where no bucket is named.
     *
     * @throws IllegalArgumentException with a sentence that names the variable, if a value is out of range
     */
    public static Optional<S3Settings> of(S3Config config) {
        return config.bucket().filter(name -> !name.equals(NO_BUCKET))
                .map(bucket -> new S3Settings(bucket, config.region(), config.endpoint(),
                        config.pathStyle().orElse(config.endpoint().isPresent()), prefix(config.prefix().orElse("")),
                        config.kmsKeyId(), config.storageClass(), config.linkExpiry(), credentials(config)));
    }

    private static String prefix(String given) {
        return given.isEmpty() || given.endsWith("/") ? given : given + "/";
    }

    private static Optional<AwsCredentials> credentials(S3Config config) {
        if (config.accessKeyId().isPresent() != config.secretAccessKey().isPresent()) {
            throw new IllegalArgumentException("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set together, or"
                    + " neither of them");
        }
        return config.accessKeyId().map(key -> {
            String secret = config.secretAccessKey().orElseThrow();
            return config.sessionToken().isPresent()
                    ? AwsSessionCredentials.create(key, secret, config.sessionToken().get())
                    : AwsBasicCredentials.create(key, secret);
        });
    }

    /** The address of a file or folder: {@code s3://bucket/key}. @param name below the prefix */
    URI location(String name) {
        return URI.create("s3://" + bucket + "/" + prefix + name);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "bucket " + bucket + " in " + region + endpoint.map(uri -> " at " + uri.getHost()).orElse("")
                + (prefix.isEmpty() ? "" : " below " + prefix);
    }
}
