package io.focusgen.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "localhost.", "a.b.localhost:1", "127.0.0.1", "127.9.9.9:80",
            "[::1]", "[::1]:8080", "[::ffff:127.0.0.1]:8080", "localhost:"})
    void namesOfThisMachine(String host) {
        assertThat(LocalName.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", "10.0.0.1",
            "[::2]",
            "[::1", "::1", "localhost:8080:9", "localhost@evil.example", "evil.example#localhost", "", "1270.0.0.1",
            "localhost:123456", ".localhost", "[fe80::1]"})
    void otherNames(String host) {
        assertThat(LocalName.is(host)).isFalse();
    }
}
