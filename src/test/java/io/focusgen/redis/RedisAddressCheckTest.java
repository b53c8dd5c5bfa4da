package io.focusgen.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

class RedisAddressCheckTest {

    private static final String HOSTS = "quarkus.redis.hosts";

    /** As in application.properties, found by its service file. */
    private static SmallRyeConfig config(String url) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredInterceptors()
                .withSources(new PropertiesConfigSource(Map.of(HOSTS, "${REDIS_URL:}", "REDIS_URL", url), "test", 100))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:hushhush^x@localhost:6379", "redis://:hushhush%@localhost:6379",
            ":hushhush@localhost:6379", "hushhush@localhost", "redis://:hushhush@host:notaport",
            "redis://localhost,redis://:hushhush@", "redis://:hush_hush@", "redis://:hushhush@localhost/first",
            "http://:hushhush@localhost"})
    void anAddressThatIsNoneIsRefusedAndNotShown(String url) {
        assertThatThrownBy(() -> config(url).getConfigValue(HOSTS).getValue())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("REDIS_URL is not an address of Redis.").hasMessageNotContaining("hush")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://my_redis:6379", "redis://:hushhush@my_redis", "redis://a:1,rediss://b_c:2/0"})
    void aHostThatJavaDoesNotKnowIsRefusedWithAWayOut(String url) {
        assertThatThrownBy(() -> config(url).getConfigValue(HOSTS).getValue())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("REDIS_URL has a name of a host with _ in it").hasMessageContaining("alias")
                .hasMessageNotContaining("hush").hasMessageNotContaining("my_redis").hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://localhost", "redis://user_name:a_b@host", "redis://user:%5Eword@host:6379/0",
            "REDISS://:word@host",
            "redis://a:1,redis://b:2/", "unix:///run/redis", "redis://[::1]:6379"})
    void addressesAreTaken(String url) {
        assertThat(config(url).getConfigValue(HOSTS).getValue()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void noneIsNoFailure(String url) {
        assertThat(RedisAddresses.refusal("redis://localhost")).isEmpty();
        assertThat(String.valueOf(config(url).getConfigValue(HOSTS).getValue())).isBlank();
    }
}
