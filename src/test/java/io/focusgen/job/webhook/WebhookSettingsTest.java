package io.focusgen.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;

class WebhookSettingsTest {

    private record Values(Optional<List<String>> secrets, Optional<List<String>> hosts,
            Optional<List<Integer>> ports, Duration retryFor) implements WebhookConfig {
    }

    private static WebhookSettings of(List<String> secrets, List<Integer> ports, String retryFor) {
        return WebhookSettings.of(new Values(Optional.of(secrets), Optional.empty(), Optional.of(ports),
                Duration.parse(retryFor)));
    }

    @Test
    void theLimitsThemselvesAreFine() {
        assertThat(of(List.of(), List.of(1, 65_535), "PT1M").ports()).containsExactlyInAnyOrder(1, 65_535);
        assertThat(of(List.of(), List.of(), "P7D").secrets().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "P7DT1S", "PT0S", "PT-1H"})
    void aTimeOutOfRangeStopsTheStart(String time) {
        assertThatThrownBy(() -> of(List.of(), List.of(), time)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WEBHOOK_RETRY_FOR").hasMessageContaining("from 1m to 7d");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void aPortOutOfRangeStopsTheStart(int port) {
        assertThatThrownBy(() -> of(List.of(), List.of(port), "PT1H")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WEBHOOK_PORTS").hasMessageContaining("1 to 65535");
    }

    @Test
    void whatIsNoSecretStopsTheStartAndIsNotShown() {
        assertThatThrownBy(() -> of(List.of("hunter2"), List.of(), "PT1H")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WEBHOOK_SECRETS").hasMessageNotContaining("hunter2");
    }
}
