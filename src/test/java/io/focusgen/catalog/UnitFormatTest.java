package io.focusgen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"Hours", "GB", "GB-Months", "Requests", "1000 Tokens", "GiB-Hours", "Requests/Day",
            "Units/3 Months",
            "IOPS-Months", "VCPU-Hours"})
    void unitsOfTheSpecificationAreAllowed(String unit) {
        assertThat(UnitFormat.allows(unit)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours", "GBs", "Gb-Month", "Lambda-GB-Seconds", "vCPU-Hours", "Hour", "1K tokens",
            "GiB/Second-Months", ""})
    void othersAreNot(String unit) {
        assertThat(UnitFormat.allows(unit)).isFalse();
    }
}
