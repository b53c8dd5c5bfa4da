package io.focusgen.sink.s3;

/**
 * What a server tells about an object.
 *
 * @param bytes of it
 * @param mark of the {@link S3Upload} it was made by; empty where it was made otherwise
 */
record ObjectFacts(long bytes, String mark) {
}
