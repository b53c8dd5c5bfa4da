package io.focusgen.guard.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.focusgen.guard.Scope;
import io.focusgen.guard.key.Fingerprint;

class SessionsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final SessionSigner signer = new SessionSigner("s".repeat(32).getBytes(UTF_8),
            "s".repeat(32).getBytes(UTF_8));
    private final Session session = session("id");

    private static Session session(String id) {
        return new Session(id, "reports", Fingerprint.of("key"), Set.of(Scope.GENERATE, Scope.ADMIN), NOW);
    }

    @Test
    void whatIsSignedIsRead() {
        assertThat(signer.read(signer.sign(session))).contains(session);
        assertThat(signer.sign(session)).matches("fgs_[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void everyChangeIsNoticed() {
        String signed = signer.sign(session);
        for (int i = 0; i < signed.length(); i++) {
            char other = signed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(signer.read(signed.substring(0, i) + other + signed.substring(i + 1))).as("at %d", i).isEmpty();
        }
        assertThat(signer.read("")).isEmpty();
        assertThat(signer.read("fgs_.")).isEmpty();
        assertThat(signer.read(signed + "A")).isEmpty();
        assertThat(signer.read(signed.substring(0, signed.indexOf('.')))).isEmpty();
        assertThat(signer.read("fgs_" + "A".repeat(100_000) + ".A")).isEmpty();
    }

    @Test
    void anotherSecretReadsNothing() {
        SessionSigner other = new SessionSigner("t".repeat(32).getBytes(UTF_8), "s".repeat(32).getBytes(UTF_8));

        assertThat(other.read(signer.sign(session))).isEmpty();
        assertThat(other.token(session)).isEqualTo(signer.token(session));
        assertThat(new SessionSigner("s".repeat(32).getBytes(UTF_8), "t".repeat(32).getBytes(UTF_8)).token(session))
                .isNotEqualTo(signer.token(session));
    }

    @Test
    void tokensBelongToOneSessionAndAreNotItsSignature() {
        String signature = signer.sign(session).substring(signer.sign(session).indexOf('.') + 1);

        assertThat(signer.token(session)).isNotEqualTo(signer.token(session("other"))).startsWith("fgc_")
                .doesNotContain(signature);
        assertThat(new String(Base64.getUrlDecoder().decode(signer.sign(session).substring(4).split("\\.")[0]), UTF_8))
                .doesNotContain("key", signer.token(session));
    }

    @Test
    void endedSessionsAreForgottenWhenTheyWouldHaveExpiredAndBeyondABound() {
        EndedSessions ended = new EndedSessions();
        ended.add(session, NOW.minusSeconds(10));
        assertThat(ended.contains(session)).isTrue();

        for (int i = 0; i < EndedSessions.MOST; i++) {
            ended.add(session("s" + i), NOW.minusSeconds(1));
        }
        assertThat(ended.contains(session)).isFalse();
        assertThat(ended.contains(session("s0"))).isTrue();

        ended.add(session("late"), NOW);
        assertThat(ended.contains(session("s0"))).isFalse();
    }

    @Test
    void eachEndedSessionHasItsTurnWhenAllOthersHad() {
        EndedSessions ended = new EndedSessions();
        Instant before = NOW.minusSeconds(10);
        for (int i = 0; i < 5; i++) {
            ended.add(session("s" + i), before);
        }

        assertThat(ended.next(2, before)).extracting(Map.Entry::getKey).containsExactly("s0", "s1");
        assertThat(ended.next(2, before)).extracting(Map.Entry::getKey).containsExactly("s2", "s3");
        assertThat(ended.next(2, before)).extracting(Map.Entry::getKey).containsExactly("s4");
        assertThat(ended.next(5, before)).hasSize(5);
        assertThat(ended.next(5, NOW)).as("they are over by themselves").isEmpty();
    }
}
