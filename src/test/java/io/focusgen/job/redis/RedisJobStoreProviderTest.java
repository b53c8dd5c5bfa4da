package io.focusgen.job.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.job.JobConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

class RedisJobStoreProviderTest {

    private record Values(int queue, OptionalInt atOnce, Duration keep, Duration lease,
            int listeners) implements JobConfig {
    }

    private static RedisJobStoreProvider of(String url) {
        RedisScripts nobody = new RedisScripts(() -> {
            throw new AssertionError("asked for Redis");
        }, RedisScripts.PREFIX);
        return new RedisJobStoreProvider(() -> Optional.ofNullable(url),
                new Values(1, OptionalInt.empty(), Duration.ofDays(1), Duration.ofSeconds(15), 1), nobody);
    }

    @Test
    void itIsConfiguredWhereAnAddressIsAndAsksNobody() {
        assertThat(of("redis://localhost").configured()).isTrue();
        assertThat(of(" ").configured()).isFalse();
        assertThat(of(null).configured()).isFalse();
        assertThat(of("redis://nobody.invalid").open().await().indefinitely()).isNotNull();
        assertThatCode(() -> of(null).check(new StartupEvent())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://localhost", "REDISS://user:word@host:6380/1", "unix:///run/redis"})
    void addressesOfRedisAreTaken(String url) {
        assertThatCode(() -> of(url).check(new StartupEvent())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:6379", "http://user:hunter2@localhost", "redis:localhost"})
    void anotherAddressStopsTheStartAndIsNotShown(String url) {
        assertThatThrownBy(() -> of(url).check(new StartupEvent())).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("REDIS_URL").hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("localhost");
    }
}
