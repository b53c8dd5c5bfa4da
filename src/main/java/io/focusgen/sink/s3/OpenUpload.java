package io.focusgen.sink.s3;

import java.time.Instant;

/**
 * An upload as a listing shows it.
 *
 * @param upload that is open
 * @param begun when
 */
record OpenUpload(S3Upload upload, Instant begun) {
}
