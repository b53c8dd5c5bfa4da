package io.focusgen.sink.s3;

import java.net.URI;
import java.time.Duration;

/** Makes signed addresses of objects. */
@FunctionalInterface
interface S3Links {

    /**
     * Where anybody can read it for so long.
     *
     * @param name as in its {@link io.focusgen.sink.FileTarget}
     */
    URI link(String name, Duration validity);
}
