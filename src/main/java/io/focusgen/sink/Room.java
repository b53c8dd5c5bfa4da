package io.focusgen.sink;

/**
 * How much a sink can take now.
 *
 * @param all bytes of all new files together, at least 0
 * @param each bytes that a single file can have, at least 1
 */
public record Room(long all, long each) {
}
