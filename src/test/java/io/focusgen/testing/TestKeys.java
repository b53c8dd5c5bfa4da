package io.focusgen.testing;

import java.security.SecureRandom;
import java.util.Random;

import io.focusgen.guard.key.Fingerprint;
import io.focusgen.guard.key.KeyText;

/** API keys that are the same in every class loader. */
public final class TestKeys {

    private TestKeys() {
    }

    /** The key of a label. */
    public static String key(String label) {
        return KeyText.make(new SecureRandom() {

            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                new Random(label.hashCode()).nextBytes(bytes);
            }
        });
    }

    /** A line of settings for the key of {@code label}. @param more fields, each behind a space */
    public static String line(String label, String name, String scopes, String more) {
        return "name=" + name + " sha256=" + Fingerprint.of(key(label)).hex() + " scopes=" + scopes + more;
    }
}
