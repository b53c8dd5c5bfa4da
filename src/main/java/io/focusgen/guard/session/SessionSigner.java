package io.focusgen.guard.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.focusgen.guard.Scope;
import io.focusgen.guard.key.Fingerprint;
import io.focusgen.guard.key.KeyLine;

/** Writes sessions as text that nobody else can write, and the tokens that belong to them. Thread-safe. */
final class SessionSigner {

    /** Scanners find both by these. */
    static final String SESSION_PREFIX = "fgs_";
    static final String TOKEN_PREFIX = "fgc_";

    private static final String ALGORITHM = "HmacSHA256";

    /** Of whatever anybody would write. */
    private static final int MOST_CHARACTERS = 1_000;

    private static final int FIELDS = 5;

    private final SecretKeySpec sessions;
    private final SecretKeySpec tokens;

    /** @param secret at least 32 bytes, as is the next */
    SessionSigner(byte[] secret, byte[] tokenSecret) {
        sessions = new SecretKeySpec(hmac(new SecretKeySpec(secret, ALGORITHM), "focus-session"), ALGORITHM);
        tokens = new SecretKeySpec(hmac(new SecretKeySpec(tokenSecret, ALGORITHM), "focus-csrf"), ALGORITHM);
    }

    /** The value of a cookie: letters, digits, hyphens, underscores and a dot. */
    String sign(Session session) {
        String scopes = EnumSet.copyOf(session.scopes()).stream().map(Scope::label).collect(Collectors.joining(","));
        String content = SESSION_PREFIX + encode(String.join("|", session.id(), session.name(), session.key().hex(),
                Long.toString(session.expires().getEpochSecond()), scopes).getBytes(UTF_8));
        return content + '.' + encode(hmac(sessions, content));
    }

    /** The session that {@link #sign} has written; empty for anything else. It may have expired. */
    Optional<Session> read(String signed) {
        int end = signed.lastIndexOf('.');
        if (signed.length() > MOST_CHARACTERS || end < 0 || !signed.startsWith(SESSION_PREFIX)) {
            return Optional.empty();
        }
        String content = signed.substring(0, end);
        if (!same(signed.substring(end + 1), encode(hmac(sessions, content)))) {
            return Optional.empty();
        }
        String[] fields = new String(Base64.getUrlDecoder().decode(content.substring(SESSION_PREFIX.length())), UTF_8)
                .split("\\|", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException("what was signed here has " + FIELDS + " fields");
        }
        return Optional.of(new Session(fields[0], fields[1], Fingerprint.parse(fields[2]).orElseThrow(),
                KeyLine.scopes(fields[4]), Instant.ofEpochSecond(Long.parseLong(fields[3]))));
    }

    /** The token that the page of this session sends along. */
    String token(Session session) {
        return TOKEN_PREFIX + encode(hmac(tokens, session.id()));
    }

    /** Whether both are the same, in the same time wherever they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
