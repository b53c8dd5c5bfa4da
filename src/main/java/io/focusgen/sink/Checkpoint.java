package io.focusgen.sink;

import java.util.Objects;

/**
 * How far a file is safe: a process that knows this and the request can go on with it.
 *
 * @param nextBlock the first block that is not safe, from 0
 * @param bytes of all blocks before it, from 0
 * @param token what else the sink has to know, e.g. the id of an upload; at most 2 KiB of ASCII
 * @param digest the state of the SHA-256 of those bytes, at most 190 hexadecimal digits; empty where it is not known
 */
public record Checkpoint(long nextBlock, long bytes, String token, String digest) {

    /** Where every file begins. */
    public static final Checkpoint BEGINNING = new Checkpoint(0, 0, "", "");

    /**
     * An earlier release stored none with a digest.
     *
     * @throws IllegalArgumentException for a number below 0: who reads a stored one has something else before him
     */
    public Checkpoint {
        if (nextBlock < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "nextBlock and bytes must be at least 0, but are " + nextBlock + " and " + bytes);
        }
        digest = Objects.requireNonNullElse(digest, "");
    }
}
