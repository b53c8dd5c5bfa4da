package io.focusgen.guard.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.focusgen.guard.key.KeyConfig;
import io.focusgen.guard.key.KeyRings;
import io.focusgen.testing.TestKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

class SessionSettingsTest {

    private record Config(Optional<String> secretKey, Optional<String> csrfSecretKey, Duration maxAge)
            implements
                SessionConfig {
    }

    private record Keys(Optional<String> list, Optional<Path> file, Duration reload) implements KeyConfig {
    }

    private static final Duration HOURS = Duration.ofHours(8);
    private static final Optional<String> GOOD = Optional.of("s".repeat(32));
    private static final Optional<String> NONE = Optional.empty();

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void tearDown() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void start(boolean keys, int replicas, Optional<String> secret, Optional<String> csrf, Duration age) {
        Optional<String> list = keys ? Optional.of(TestKeys.line("a", "a", "generate", "")) : NONE;
        new Sessions(KeyRings.of(vertx, new Keys(list, Optional.empty(), Duration.ofSeconds(5))),
                new Config(secret, csrf, age), replicas, new FakeEnds(), List.of(), () -> 0);
    }

    @Test
    void aSecretIsNeededWhereSessionsAreSharedAndOnlyThere() {
        assertThatCode(() -> start(true, 1, NONE, NONE, HOURS)).doesNotThrowAnyException();
        assertThatCode(() -> start(false, 3, NONE, NONE, HOURS)).doesNotThrowAnyException();
        assertThatCode(() -> start(true, 3, GOOD, NONE, HOURS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(true, 3, NONE, NONE, HOURS)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("REPLICAS=3").hasMessageContaining("SECRET_KEY");
    }

    @Test
    void aShortSecretIsRefusedAndNotShown() {
        assertThatThrownBy(() -> start(true, 1, Optional.of("hunter2"), NONE, HOURS))
                .isInstanceOf(ConfigurationException.class).hasMessageStartingWith("SECRET_KEY has 7 bytes.")
                .hasMessageContaining("at least 32").hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> start(false, 1, GOOD, Optional.of("hunter2"), HOURS))
                .isInstanceOf(ConfigurationException.class).hasMessageStartingWith("CSRF_SECRET_KEY has 7 bytes.");
    }

    @Test
    void sessionsLastAMinuteToAMonth() {
        for (Duration age : new Duration[]{Duration.ofSeconds(59), Duration.ofDays(30).plusSeconds(1)}) {
            assertThatThrownBy(() -> start(true, 1, GOOD, NONE, age)).isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("SESSION_MAX_AGE=").hasMessageContaining("1m to 30d");
        }
        assertThatCode(() -> start(true, 1, GOOD, NONE, Duration.ofMinutes(1))).doesNotThrowAnyException();
        assertThatCode(() -> start(true, 1, GOOD, NONE, Duration.ofDays(30))).doesNotThrowAnyException();
    }
}
