package io.focusgen.observe.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class TraceSettingsTest {

    private record Given(Optional<String> endpoint, double ratio, String serviceName) implements TraceConfig {
    }

    private static TraceSettings of(String endpoint) {
        return TraceSettings.of(new Given(Optional.of(endpoint), 1, "focus-generator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://u:hushhush@localhost:4318 x", "http://u:hushhush@localhost:4318",
            "https://hushhush@collector", "u:hushhush@localhost", "ftp://hushhush"})
    void whatIsNoAddressOrHasAPasswordIsRefusedAndNotShown(String endpoint) {
        assertThatThrownBy(() -> of(endpoint)).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("OTEL_EXPORTER_OTLP_ENDPOINT ").hasMessageNotContaining("hush").hasNoCause();
    }

    @Test
    void withoutAnAddressNothingIsTraced() {
        TraceConfig none = new Given(Optional.empty(), 1, "focus-generator");

        assertThat(TraceSettings.of(none).endpoint()).isEmpty();
        assertThat(of("").endpoint()).isEmpty();
        assertThat(of(" ").endpoint()).isEmpty();
        TraceWiring wiring = new TraceWiring();
        assertThat(wiring.spans(none)).isSameAs(Spans.NONE);
        Spans sent = wiring.spans(new Given(Optional.of("http://127.0.0.1:9"), 1, "focus-generator"));
        assertThat(sent.on()).isTrue();
        wiring.close(sent);
    }

    @Test
    void anAddressIsTaken() {
        assertThat(of("http://localhost:4318/").endpoint()).contains(URI.create("http://localhost:4318/v1/traces"));
    }
}
