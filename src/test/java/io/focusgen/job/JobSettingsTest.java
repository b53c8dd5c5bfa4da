package io.focusgen.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSettingsTest {

    private record Values(OptionalInt atOnce) implements JobConfig {

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int listeners() {
            return 1;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8192, 1", "2, 8192, 1", "8, 8192, 4", "8, 2048, 4", "8, 1024, 2", "8, 700, 1", "64, 64, 1",
            "64, 32768, 32", "64, 16384, 18", "256, 1000000, 64"})
    void byDefaultTheyAreHalfTheCoresAndAsManyAsTheHeapHolds(int cores, long mebibytes, int expected) {
        assertThat(JobSettings.of(new Values(OptionalInt.empty()), cores, mebibytes << 20).atOnce())
                .isEqualTo(expected);
    }

    @Test
    void whatIsConfiguredCounts() {
        assertThat(JobSettings.of(new Values(OptionalInt.of(9)), 2, 64 << 20).atOnce()).isEqualTo(9);
    }
}
