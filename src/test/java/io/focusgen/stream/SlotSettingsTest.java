package io.focusgen.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class SlotSettingsTest {

    private static final long MIB = 1 << 20;

    private static SlotSettings configured(Map<String, String> values, int cores, long heapBytes) {
        StreamConfig config = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(StreamConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build()
                .getConfigMapping(StreamConfig.class);
        return SlotSettings.of(config, StreamSettings.of(config, cores), cores, heapBytes);
    }

    @ParameterizedTest
    @CsvSource({"1, 64", "2, 64", "2, 256", "2, 4096", "4, 512", "16, 1024", "64, 8192"})
    void allStreamsWithAllTheirBlocksFitTheHeap(int cores, long heapMib) {
        int streams = configured(Map.of(), cores, heapMib * MIB).streams();
        long each = (cores + 2) * SlotSettings.BLOCK_BYTES + SlotSettings.STREAM_BYTES;

        assertThat(streams).isPositive().isLessThanOrEqualTo(32 * cores);
        assertThat(streams == 1 || streams * each <= heapMib * MIB * 3 / 4).isTrue();
        assertThat((streams + 1) * each > heapMib * MIB * 3 / 4 || streams == 32 * cores).as("no fewer").isTrue();
    }

    @Test
    void plansFollowTheCores() {
        assertThat(configured(Map.of(), 3, 1024 * MIB).plans()).isEqualTo(24);
    }

    @Test
    void bothCanBeConfigured() {
        assertThat(configured(Map.of("focus.stream.slots", "7", "focus.stream.plan-slots", "5"), 2, 64 * MIB))
                .isEqualTo(new SlotSettings(7, 5));
    }

    /** Four blocks and what stands beside them are 20 MiB, of which 19 fit three quarters of 512. */
    @Test
    void moreThanTheHeapHoldsIsDoubted() {
        StreamSettings settings = StreamSettings.forCores(2);

        assertThat(new SlotSettings(19, 1).doubt(settings, 512 * MIB)).isEmpty();
        assertThat(new SlotSettings(20, 1).doubt(settings, 512 * MIB))
                .hasValue("FOCUS_STREAM_SLOTS is 20, but a heap of 512"
                        + " MiB holds 19 streams with 4 blocks in flight: if more stall together, it may be full, and the service"
                        + " ends");
        assertThat(new SlotSettings(1, 1).doubt(settings, MIB)).as("nobody can have fewer").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"slots, 0", "slots, -1", "slots, 100001", "plan-slots, 0", "plan-slots, 100001"})
    void aValueOutOfRangeIsRefusedByName(String key, String value) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> configured(Map.of("focus.stream." + key, value), 2, 64 * MIB))
                .withMessageContaining("focus.stream." + key).withMessageContaining(value);
    }
}
