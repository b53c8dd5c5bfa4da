package io.focusgen.cli;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.focusgen.sink.SinkException;

/** What went wrong with a bucket, for who can put it right: the one who typed its name and set the variables. */
final class S3Sentence {

    /** By what the server or the SDK calls it. */
    private static final Map<String, String> SAID = new TreeMap<>(Map.of(
            "NoSuchBucket", "there is no such bucket",
            "Unable to load credentials", "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
            "InvalidAccessKeyId", "AWS_ACCESS_KEY_ID is not known there",
            "SignatureDoesNotMatch", "AWS_SECRET_ACCESS_KEY is not the one of AWS_ACCESS_KEY_ID",
            "ExpiredToken", "AWS_SESSION_TOKEN has expired",
            "PermanentRedirect", "the bucket is in another region than AWS_REGION says",
            "AuthorizationHeaderMalformed", "the bucket is in another region than AWS_REGION says",
            "AccessDenied", "access denied: these credentials may not write there",
            ": 301 ", "the bucket is in another region than AWS_REGION says"));

    private S3Sentence() {
    }

    /** The first thing known of it, from the outside in; else what the sink says of it. */
    static String of(SinkException failure) {
        return known(failure).orElseGet(() -> failure.kind() == SinkException.Kind.DENIED
                ? "access denied: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are wrong, or may not write there"
                : String.valueOf(failure.getMessage()));
    }

    private static Optional<String> known(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        Optional<String> sentence = SAID.entrySet().stream().filter(entry -> message.contains(entry.getKey()))
                .map(Map.Entry::getValue).findFirst();
        if (sentence.isPresent()) {
            return sentence;
        }
        return Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()))
                .flatMap(cause -> known(cause).stream()).findFirst();
    }
}
