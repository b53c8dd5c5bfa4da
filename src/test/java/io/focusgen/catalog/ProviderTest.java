package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.focusgen.focus.Granularity;

class ProviderTest {

    @Test
    void awsBillsByTheHourTheDayAndTheMonth() {
        assertThat(Provider.of("aws").granularities()).containsExactly(Granularity.HOURLY, Granularity.DAILY,
                Granularity.MONTHLY);
    }

    @ParameterizedTest
    @CsvSource({"1,MONTHLY", "2999,MONTHLY", "3000,DAILY", "99999,DAILY", "100000,HOURLY", "100000000000,HOURLY"})
    void theGrainFollowsTheRows(long rows, Granularity granularity) {
        assertThat(Provider.of("aws").granularity(rows)).isEqualTo(granularity);
    }
}
