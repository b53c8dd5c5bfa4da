package io.focusgen.sink;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import io.focusgen.stream.StreamSettings;
import io.focusgen.stream.Streams;
import io.focusgen.stream.TestBlocks;

/** What the tests of sinks write. */
public final class Sources {

    private static final int ROWS_OF_A_MEGABYTE = 1_000_000 / TestBlocks.ROW_BYTES;

    private Sources() {
    }

    /** Streams of two threads and four blocks in flight. */
    public static Streams streams() {
        return new Streams(new StreamSettings(128 << 10, 4, 2, Duration.ofSeconds(60)));
    }

    /** So many blocks of a megabyte each. */
    public static TestBlocks megabytes(int blocks) {
        return new TestBlocks(blocks, block -> ROWS_OF_A_MEGABYTE);
    }

    /** As sinks tell it. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
