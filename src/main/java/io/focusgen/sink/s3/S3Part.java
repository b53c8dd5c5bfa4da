package io.focusgen.sink.s3;

import java.time.Instant;

/**
 * A part that the server has.
 *
 * @param number from 1
 * @param bytes of it
 * @param tag as the server gave it
 * @param checksum its CRC32C in Base64
 * @param stored when the server got it; of a part that has just been sent by the clock of this process
 */
record S3Part(int number, long bytes, String tag, String checksum, Instant stored) {
}
