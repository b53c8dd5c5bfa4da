package io.focusgen.sink.s3;

/**
 * A part that the server has.
 *
 * @param number from 1
 * @param bytes of it
 * @param tag as the server gave it
 * @param checksum its CRC32C in Base64
 */
record S3Part(int number, long bytes, String tag, String checksum) {
}
