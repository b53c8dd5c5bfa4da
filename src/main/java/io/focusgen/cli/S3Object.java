package io.focusgen.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import io.focusgen.sink.s3.S3Access;
import io.focusgen.stream.BlockSource;

/**
 * An object in a bucket, which appears when it is whole.
 *
 * @param out a valid {@code s3://bucket/key}
 * @param mediaType of its content
 * @param environment variables that say how the bucket is reached
 */
record S3Object(String out, String mediaType, Map<String, String> environment) implements Target {

    @Override
    public long write(BlockSource blocks, Watcher watcher) throws IOException {
        URI address = URI.create(out);
        try (S3Bucket bucket = new S3Bucket(address, environment)) {
            return bucket.write(S3Access.target(address, mediaType), blocks, watcher).bytes();
        }
    }
}
