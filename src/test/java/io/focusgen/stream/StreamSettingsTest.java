package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class StreamSettingsTest {

    @Test
    void withoutConfigurationTheCoresDecide() {
        assertThat(configured(Map.of(), 6)).isEqualTo(new StreamSettings(128 << 10, 8, 6, Duration.ofSeconds(60)))
                .isEqualTo(StreamSettings.forCores(6));
    }

    @Test
    void everyValueCanBeConfigured() {
        StreamSettings settings = configured(Map.of(
                "focus.stream.chunk-bytes", "64K",
                "focus.stream.blocks-in-flight", "3",
                "focus.stream.threads", "5",
                "focus.stream.stall-timeout", "90s"), 2);

        assertThat(settings).isEqualTo(new StreamSettings(64 << 10, 3, 5, Duration.ofSeconds(90)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            chunk-bytes,      31K, focus.stream.chunk-bytes must be 32768 to 262144 but is 31744
            chunk-bytes,       8G, focus.stream.chunk-bytes must be 32768 to 262144 but is 8589934592
            blocks-in-flight,   0, focus.stream.blocks-in-flight must be 1 to 1024 but is 0
            threads,         1025, focus.stream.threads must be 1 to 1024 but is 1025
            stall-timeout,     0s, focus.stream.stall-timeout must be positive but is PT0S
            """)
    void aValueOutOfRangeIsNamedWithItsRange(String key, String value, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> configured(Map.of("focus.stream." + key, value), 2))
                .withMessage(sentence.replace(" but", ", but"));
    }

    private static StreamSettings configured(Map<String, String> values, int cores) {
        StreamConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(StreamConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(StreamConfig.class);
        return StreamSettings.of(config, cores);
    }
}
