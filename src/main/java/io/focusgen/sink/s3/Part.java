package io.focusgen.sink.s3;

/**
 * A part to be sent.
 *
 * @param number from 1
 * @param end the block behind its last one
 * @param content of it
 * @param digest the state of the file's digest behind it, as a checkpoint keeps it
 */
record Part(int number, long end, PartContent content, String digest) {
}
