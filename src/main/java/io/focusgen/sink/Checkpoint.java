package io.focusgen.sink;

/**
 * How far a file is safe: a process that knows this and the request can go on with it.
 *
 * @param nextBlock the first block that is not safe
 * @param bytes of all blocks before it
 * @param token what else the sink has to know, e.g. the id of an upload; at most 2 KiB of ASCII
 */
public record Checkpoint(long nextBlock, long bytes, String token) {
}
