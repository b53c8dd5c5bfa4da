package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration as the environment has it, where nobody maps it.
 *
 * @param environment names and values of variables; empty values count as absent
 * @param named the bucket
 */
record EnvironmentConfig(Map<String, String> environment, String named) implements S3Config {

    private static final String DEFAULT_REGION = "us-east-1";

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public Optional<String> bucket() {
        return Optional.of(named);
    }

    @Override
    public String region() {
        return value("AWS_REGION").orElse(DEFAULT_REGION);
    }

    @Override
    public Optional<URI> endpoint() {
        return value("S3_ENDPOINT").map(URI::create);
    }

    @Override
    public Optional<Boolean> pathStyle() {
        return value("S3_PATH_STYLE").map(given -> switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("S3_PATH_STYLE must be true or false, but is " + given);
        });
    }

    /** None: the address has the whole key. */
    @Override
    public Optional<String> prefix() {
        return Optional.empty();
    }

    @Override
    public Optional<String> kmsKeyId() {
        return value("S3_KMS_KEY_ID");
    }

    @Override
    public Optional<String> storageClass() {
        return value("S3_STORAGE_CLASS");
    }

    /** No links are made. */
    @Override
    public Duration linkExpiry() {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<String> accessKeyId() {
        return value("AWS_ACCESS_KEY_ID");
    }

    @Override
    public Optional<String> secretAccessKey() {
        return value("AWS_SECRET_ACCESS_KEY");
    }

    @Override
    public Optional<String> sessionToken() {
        return value("AWS_SESSION_TOKEN");
    }
}
