package io.focusgen.cli;

import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.focusgen.sink.SinkException;
import io.focusgen.sink.s3.S3Unavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What went wrong with a bucket, for who can put it right: the one who typed its name and set the variables.
 *
 * @param place the bucket and where it is, e.g. {@code bucket bills in us-east-1}
 * @param region that was asked
 */
record S3Sentence(String place, String region) {

    private static final String OTHER_REGION = "other region";

    /** Where Amazon says which one is right. */
    private static final String RIGHT_REGION = "x-amz-bucket-region";

    /** By what the server or the SDK calls it. */
    private static final Map<String, String> SAID = new TreeMap<>(Map.of(
            "NoSuchBucket", "there is no such bucket",
            "Unable to load credentials", "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            "InvalidAccessKeyId", "AWS_ACCESS_KEY_ID is not known there",
            "SignatureDoesNotMatch", "AWS_SECRET_ACCESS_KEY is not the one of AWS_ACCESS_KEY_ID",
            "ExpiredToken", "AWS_SESSION_TOKEN has expired",
            "PermanentRedirect", OTHER_REGION, "AuthorizationHeaderMalformed", OTHER_REGION,
            "IllegalLocationConstraint", OTHER_REGION,
            "AccessDenied", "access denied: these credentials may not write there",
            ": 301 ", OTHER_REGION));

    /** The first thing known of it, from the outside in; else what the sink says of it. */
    String of(SinkException failure) {
        return known(failure).orElseGet(() -> switch (failure.kind()) {
            case DENIED ->
                "access denied: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are wrong, or may not write there";
            case UNAVAILABLE -> place + " does not answer";
            default -> String.valueOf(failure.getMessage());
        });
    }

    private Optional<String> known(Throwable thrown) {
        if (thrown instanceof S3Unavailable unavailable && unavailable.isUnreachable()) {
            return Optional.of(place + " cannot be reached: " + reason(unavailable));
        }
        String message = String.valueOf(thrown.getMessage());
        Optional<String> sentence = SAID.entrySet().stream().filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue).findFirst();
        if (sentence.isPresent()) {
            return sentence.map(said -> said.equals(OTHER_REGION) ? otherRegion(thrown) : said);
        }
        return Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()))
                .flatMap(cause -> known(cause).stream()).findFirst();
    }

    /** The innermost cause is the system's. */
    private static String reason(Throwable thrown) {
        Throwable reason = thrown;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason instanceof UnknownHostException
                ? "there is no host of this name"
                : String.valueOf(reason.getMessage());
    }

    private String otherRegion(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && !(cause instanceof AwsServiceException)) {
            cause = cause.getCause();
        }
        Optional<String> right = cause instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                && answer.awsErrorDetails().sdkHttpResponse() != null
                        ? answer.awsErrorDetails().sdkHttpResponse().firstMatchingHeader(RIGHT_REGION)
                        : Optional.empty();
        return "the bucket is in another region than " + region + ": set AWS_REGION"
                + right.map(name -> " to " + name).orElse("");
    }
}
