package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The bucket for files and how to reach it. {@link S3Settings} holds the limits of each value. */
@ConfigMapping(prefix = "focus.s3")
public interface S3Config {

    /** Its name; with none, or {@code local}, files stay on disk. */
    Optional<String> bucket();

    @WithDefault("us-east-1")
    String region();

    /** Another server than Amazon's. */
    Optional<URI> endpoint();

    /** Whether the bucket is the first part of the path, not of the host name. When absent, it is where there is an endpoint. */
    Optional<Boolean> pathStyle();

    /** What all keys begin with, a path without slashes at its ends. */
    Optional<String> prefix();

    /** The key that the server encrypts objects with, as in the header x-amz-server-side-encryption-aws-kms-key-id. */
    Optional<String> kmsKeyId();

    /** As in the header x-amz-storage-class. */
    Optional<String> storageClass();

    /** How long a link to a file is valid, a second to seven days. */
    @WithDefault("1h")
    Duration linkExpiry();

    /** Without one, keys come from where the SDK looks for them: profiles, container, machine. */
    Optional<String> accessKeyId();

    /** Belongs to {@link #accessKeyId}. */
    Optional<String> secretAccessKey();

    /** Of keys that are valid for some time only. */
    Optional<String> sessionToken();
}
