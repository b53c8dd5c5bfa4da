package io.focusgen.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one address of a data set. */
public final class CanonicalUrl {

    /** A longer query string is refused. */
    public static final int MOST_CHARACTERS = 8_192;

    private CanonicalUrl() {
    }

    /** The path and canonical query string to GET it from; where that would be refused as too long, a name for it. */
    public static String of(String path, String query) {
        return query.length() <= MOST_CHARACTERS ? path + "?" + query : "urn:sha256:" + sha256(query);
    }

    /** 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
