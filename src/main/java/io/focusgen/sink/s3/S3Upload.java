package io.focusgen.sink.s3;

/**
 * A multipart upload that has been begun.
 *
 * @param name of the file
 * @param id as the server gave it
 * @param mark what the object will have as metadata, so that it is known to be of this upload; empty where unknown
 */
record S3Upload(String name, String id, String mark) {
}
