package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationTest {

    @ParameterizedTest
    @CsvSource({"fgk_0123456789abcdef, fgk_***", "/x/%66gk%5F0123456789, /x/fgk_***",
            "x=fgs_AAAA.BBBB&y=1, x=fgs_***&y=1", "/a/fgc_0123/b, /a/fgc_***",
            "whsec_MfKQ9r8GKYqrTwjU, whsec_***", "eyJhbGci.eyJzdWIi.c2ln, eyJ***", "Basic aHVudGVyMg==, Basic ***",
            "bearer abc123, bearer ***", "/x?password=hunter2&rows=1, /x?password=***&rows=1",
            "?api_key=abc&API-KEY=def, ?api_key=***&API-KEY=***"})
    void whatLooksLikeASecretIsNotShown(String given, String shown) {
        assertThat(Violation.echo(given)).isEqualTo(shown);
        assertThat(new Violation("x", given, "Must be something else.", null).value()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "PASSWD", "Secret", "token", "access-token", "accessToken", "API_KEY", "apikey",
            "authorization", "signature", "credential", "X-Amz-Signature", "x-amz-credential", "x-amz-security-token"})
    void whatANameSaysIsASecretIsNotShownWhereverItStands(String name) {
        assertThat(Violation.echo(name + "=hunter2")).isEqualTo(name + "=***");
        assertThat(Violation.echo("/x?rows=1&" + name + "=hunter2&seed=7"))
                .isEqualTo("/x?rows=1&" + name + "=***&seed=7");
        assertThat(Violation.echo("donkey=1&monkey=2 " + name + "=hunter2"))
                .isEqualTo("donkey=1&monkey=2 " + name + "=***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic support", "cost-and-usage", "keyboard=1", "fgk_", "rows=1&seed=7", "ey",
            "bearer of news"})
    void otherTextStays(String given) {
        assertThat(Violation.echo(given)).isEqualTo(given);
    }

    /** Between its letters it would hide the secret from us, and be gone when it is shown. */
    @ParameterizedTest
    @ValueSource(strings = {"fgk_\0ABCDEFGH", "f\u200bgk_ABCDEFGH", "fgk_A\u0007B\u007fCDEFGH", "\0f\0g\0k\0_ABCDEFGH",
            "fgk%5f\0ABCDEFGH", "fg%7fk_ABCDEFGH", "fgk_\ud800ABCDEFGH"})
    void whatCannotBeSeenHidesNoSecret(String given) {
        assertThat(Violation.echo(given)).isEqualTo("fgk_***");
    }

    @Test
    void whatIsShownIsShownSoAgain() {
        for (String given : new String[]{"x".repeat(90) + "?password=hunter2", "password\0=w\0%\00025", "a\0b\u202ec",
                "x".repeat(99) + "\ud83d\ude00", "\ud83d\ude00".repeat(80)}) {
            String shown = Violation.echo(given);
            assertThat(Violation.echo(shown)).isEqualTo(shown);
            assertThat(shown.length()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void aSecretIsFoundBeforeTheTextIsShortened() {
        String long96 = "x".repeat(96);

        assertThat(Violation.echo(long96 + "fgk_0123456789")).isEqualTo(long96 + "fgk_");
        assertThat(Violation.echo("fgk_" + "0".repeat(30_000))).isEqualTo("fgk_***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Token", "api_key", "apiKey", "access_token", "secret", "authorization",
            "X-Amz-Signature", "x-amz-security-token", "Signature"})
    void whatIsCalledASecretIsNotShown(String field) {
        assertThat(new Violation(field, "hunter2", "There is no such parameter.", null).value()).isEqualTo("***");
    }
}
