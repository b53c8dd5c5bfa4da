package io.focusgen.guard.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a key. Neither salt nor many rounds: those are for what people think up, and nobody finds 256 random bits by
 * trying. Whoever reads a fingerprint can do nothing with it.
 */
public final class Fingerprint {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] sha256;

    private Fingerprint(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** That of a key. */
    public static Fingerprint of(String key) {
        try {
            return new Fingerprint(
                    MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** What {@link #hex} has written; empty where it is not 64 hexadecimal digits. */
    public static Optional<Fingerprint> parse(String hex) {
        return HEX.matcher(hex).matches()
                ? Optional.of(new Fingerprint(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    /** 64 hexadecimal digits in lower case. */
    public String hex() {
        return HexFormat.of().formatHex(sha256);
    }

    /** Takes the same time wherever two differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that && MessageDigest.isEqual(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "a fingerprint";
    }
}
