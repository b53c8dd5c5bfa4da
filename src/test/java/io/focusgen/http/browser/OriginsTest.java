package io.focusgen.http.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({"https://app.example.com, https://app.example.com", "HTTPS://App.Example.Com, https://app.example.com",
            "https://app.example.com:443, https://app.example.com", "http://localhost:80, http://localhost",
            "http://localhost:5173, http://localhost:5173", "http://[::1]:3000, http://[::1]:3000"})
    void originsAreComparedAsBrowsersWriteThem(String given, String written) {
        Origins origins = new Origins(List.of(" " + given + " "));

        assertThat(origins.listed(written)).isTrue();
        assertThat(origins.some()).isTrue();
        assertThat(origins.any()).isFalse();
        assertThat(origins.listed(written + ":1")).isFalse();
        assertThat(origins.listed("null")).isFalse();
        assertThat(origins.listed("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.com", "https://app.example.com/", "https://app.example.com/x", "https://a b",
            "https://user@app.example.com", "https://app.example.com?x", "https://app.example.com#x",
            "ftp://app.example.com",
            "https://", "null", "https://*.example.com", "https://app.example.com:99999", "", "//app.example.com"})
    void whatIsNoOriginStopsTheStart(String given) {
        assertThatThrownBy(() -> new Origins(List.of(given))).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("CORS_ORIGINS has " + given + ".")
                .hasMessageContaining("https://app.example.com");
    }

    @Test
    void aStarStandsAlone() {
        assertThat(new Origins(List.of("*")).any()).isTrue();
        assertThat(new Origins(List.of()).some()).isFalse();
        assertThatThrownBy(() -> new Origins(List.of("*", "https://app.example.com")))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("alone");
    }
}
