package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"})
    void aLoopbackAddressNeedsNoIdentity(String host) {
        assertThat(StartGuard.refusal(host, Optional.empty(), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "2001:db8::1", "no-such-host.invalid"})
    void anotherAddressIsRefusedWithWhatToDo(String host) {
        assertThat(StartGuard.refusal(host, Optional.empty(), false)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains(host, "AUTH=none", "API_HOST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "192.0.2.1"})
    void noneIsAnIdentityOfItsOwn(String host) {
        assertThat(StartGuard.refusal(host, Optional.of("none"), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "192.0.2.1"})
    void keysOrTokensAreAnIdentityAndNoneBesideThemIsAContradiction(String host) {
        assertThat(StartGuard.refusal(host, Optional.empty(), true)).isEmpty();
        assertThat(StartGuard.refusal(host, Optional.of("none"), true)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("AUTH=none", "API_KEYS", "OIDC_URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "oidc", "false", "keys"})
    void anotherIdentityIsRefusedEvenOnLoopback(String auth) {
        assertThat(StartGuard.refusal("127.0.0.1", Optional.of(auth), false)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("AUTH=" + auth, "AUTH=none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void aFormatOfLogsIsKnown(String format) {
        assertThat(StartGuard.refusal(format)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JSON", "xml"})
    void anotherFormatOfLogsIsRefusedWithWhatToDo(String format) {
        assertThat(StartGuard.refusal(format)).hasValueSatisfying(
                sentence -> assertThat(sentence).contains("LOG_FORMAT=" + format, "text or json"));
    }
}
