package io.focusgen.observe.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.sentry.Sentry;

class SentryFaultsTest {

    private record Given(Optional<String> dsn, String environment) implements SentryConfig {
    }

    private static SentryFaults of(Optional<String> dsn) {
        return new SentryFaults(new Given(dsn, "test"));
    }

    @AfterEach
    void close() {
        Sentry.close();
    }

    @Test
    void withoutADsnNothingIsBegun() {
        of(Optional.empty());
        of(Optional.of(" "));

        assertThat(Sentry.isEnabled()).isFalse();
    }

    @Test
    void withADsnItIs() {
        of(Optional.of("http://public@127.0.0.1:9/1"));

        assertThat(Sentry.isEnabled()).isTrue();
    }

    @Test
    void whatIsNoDsnIsRefusedAndNotShown() {
        assertThatThrownBy(() -> of(Optional.of("http://hushhush"))).isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("SENTRY_DSN ").hasMessageNotContaining("hush").hasNoCause();
    }
}
