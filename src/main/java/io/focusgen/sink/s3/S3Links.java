package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;

/** Makes addresses of objects. */
interface S3Links {

    /**
     * A signed address where anybody can read it for so long.
     *
     * @param name as in its {@link io.focusgen.sink.FileTarget}
     */
    URI link(String name, Duration validity);

    /** Where it is for who has access to the bucket: {@code s3://bucket/key}. @param name of a file or folder */
    URI location(String name);
}
