package io.focusgen.limit.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A script of Lua: a file of this package's resources behind {@code common.lua}. */
enum Script {
    TAKE("take"),
    GIVE_BACK("give-back");

    private final String text;
    private final String sha1;

    Script(String name) {
        text = read("common") + read(name);
        sha1 = sha1(text);
    }

    String text() {
        return text;
    }

    /** What Redis knows it by once it has run, 40 lower-case hexadecimal digits. */
    String sha1() {
        return sha1;
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            if (in == null) {
                throw new IllegalStateException("the script " + name + ".lua is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
