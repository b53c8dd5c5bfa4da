package io.focusgen.http.problem;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.focusgen.guard.Caller;

/**
 * What callers are called in the log. A key has a name that is meant to be read; an address or the subject of a token says
 * who a person is, and becomes a word that is the same for as long as the process lives and cannot be turned back.
 */
final class CallerNames {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int SHOWN = 6;

    private final SecretKeySpec key;

    CallerNames() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    String of(Caller caller) {
        return switch (caller.kind()) {
            case KEY -> caller.id();
            case ADDRESS -> "address:" + word(caller.id());
            case SUBJECT -> "subject:" + word(caller.id());
        };
    }

    private String word(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)), 0, SHOWN);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
