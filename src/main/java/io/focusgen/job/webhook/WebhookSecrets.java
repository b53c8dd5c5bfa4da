package io.focusgen.job.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What webhooks are signed with: every secret gives a signature of its own, so that receivers can move from one to the next.
 * Thread-safe; {@link #toString} shows none of them.
 */
final class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    /** By Standard Webhooks. */
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final List<SecretKeySpec> keys;

    /**
     * @param secrets each {@code whsec_} and the base64 of 24 to 64 bytes
     * @throws IllegalArgumentException saying which one is not, without showing it
     */
    WebhookSecrets(List<String> secrets) {
        List<SecretKeySpec> read = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            read.add(new SecretKeySpec(decode(secrets.get(i), i + 1), ALGORITHM));
        }
        keys = List.copyOf(read);
    }

    private static byte[] decode(String secret, int number) {
        String wanted = "focus.webhook.secrets (WEBHOOK_SECRETS) are whsec_ and the base64 of " + LEAST_BYTES + " to "
                + MOST_BYTES + " bytes, separated by commas, but number " + number + " is not";
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "?");
        } catch (IllegalArgumentException e) {
            // Not the cause: it would show what is in the secret.
            throw new IllegalArgumentException(wanted);
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException(wanted);
        }
        return key;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The header {@code webhook-signature}: {@code v1,<base64>} for each secret, separated by spaces. */
    String sign(String id, long unixSeconds, String body) {
        byte[] signed = (id + '.' + unixSeconds + '.' + body).getBytes(UTF_8);
        return keys.stream().map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, signed)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return keys.size() + " secrets";
    }
}
