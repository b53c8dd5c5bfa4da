package io.focusgen.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.runtime.configuration.MemorySize;

class CacheSettingsTest {

    private static final long HEAP = 256 << 20;

    private record Given(String mode, Optional<MemorySize> memory, long ttl) implements CacheConfig {
    }

    private static CacheSettings read(String mode, long memory, long ttl) {
        return CacheSettings.of(new Given(mode, memory < 0
                ? Optional.empty()
                : Optional.of(new MemorySize(BigInteger.valueOf(memory))), ttl), HEAP);
    }

    @Test
    void withoutWordsItTakesASixteenthOfTheHeap() {
        assertThat(read("on", -1, 3600)).isEqualTo(new CacheSettings(16 << 20, Duration.ofHours(1)));
        assertThat(read("off", -1, 3600).on()).isFalse();
        assertThat(read("on", 1 << 20, 1)).isEqualTo(new CacheSettings(1 << 20, Duration.ofSeconds(1)));
    }

    @Test
    void allRegionsTogetherFitTheMemory() {
        long all = 0;
        for (Region region : Region.values()) {
            all += region.of(16 << 20);
        }
        assertThat(all).isEqualTo(16 << 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 604_801})
    void aTimeOutOfRangeIsRefusedWithWhatIsAllowed(long seconds) {
        assertThatThrownBy(() -> read("on", -1, seconds)).hasMessage("CACHE_TTL must be 1 to 604800 seconds, but is "
                + seconds);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, (1 << 20) - 1, (64 << 20) + 1})
    void memoryOutOfRangeIsRefusedWithWhatIsAllowed(long bytes) {
        assertThatThrownBy(() -> read("on", bytes, 60)).hasMessage(
                "CACHE_MEMORY must be 1048576 to 67108864 bytes, a quarter of the heap, but is " + bytes);
    }

    @Test
    void anUnknownModeIsRefused() {
        assertThatThrownBy(() -> read("yes", -1, 60)).hasMessage("CACHE must be on or off");
    }
}
