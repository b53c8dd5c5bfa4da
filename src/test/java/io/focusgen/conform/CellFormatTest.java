package io.focusgen.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0", "1.50", "-12.000001", "123456789012345678901234567890.5", "-0.01"})
    void numbersThatEveryReaderTakesForDecimals(String text) {
        assertThat(NumberText.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.", ".5", "00.5", "-0.00", "1.0E2", "+1.0", "01.5", "-"})
    void numbersThatSomeReaderMistakes(String text) {
        assertThat(NumberText.isPlain(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hours", "GB", "GB-Hours", "GB-Months", "Requests/Day", "1000 Requests", "Units/3 Months",
            "Kib", "Core-Seconds", "USD", "Instance-Hours", "Gb/Second", "100 GB-Days", "VcpuHours", "1000000 Tokens"})
    void unitsOfTheUnitFormat(String unit) {
        assertThat(UnitFormat.isShaped(unit)).as("shape").isTrue();
        assertThat(UnitFormat.isCapitalised(unit)).as("capitals").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hour", "GBs", "GB-Hour", "Hours-Hours", "Requests/Days", "Units/3 Month", "GB Months",
            "0 Requests", "1.5 Hours", "Request", "GB-", "/Day", "1000", "GB - Hours", "Requests per Day", "GB-Weeks"})
    void unitsOfAnotherShape(String unit) {
        assertThat(UnitFormat.isShaped(unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours", "HOURS", "gb", "GIB", "GBS", "requests/Day", "Requests/day", "vCPU-Hours",
            "tokens"})
    void unitsWithOtherCapitals(String unit) {
        assertThat(UnitFormat.isCapitalised(unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " { } ", "{\"a\":1}", "{\"a\":-0.5e+10, \"b\" : null}", "{\"a\":\"\\u00e9\\n\\\"\"}",
            "{\"a\":true,\"b\":false}", "{\"\":\"\"}", "{\"a\":[1,{\"b\":[]}],\"c\":{\"d\":{}}}", "{\"a\":0}",
            "{\"a\":1E5}"})
    void jsonObjects(String text) {
        assertThat(KeyValues.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"a\"", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}",
            "{'a':1}",
            "{\"a\":1}x", "{\"a\":01}", "{\"a\":+1}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":tru}", "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}", "{\"a\":\"b}", "{\"a\":\"two\nlines\"}", "{\"a\":1 \"b\":2}", "{\"a\":[1,]}",
            "{\"a\":1e+-5}",
            "{\"a\":NaN}", "{\"a\":-}"})
    void notJsonObjects(String text) {
        assertThat(KeyValues.parse(text)).isNull();
    }

    @Test
    void jsonThatIsNestedWithoutEndIsRefusedAndNotFollowed() {
        assertThat(KeyValues.parse("{\"a\":" + "[".repeat(100_000))).isNull();
        assertThat(KeyValues.parse("{\"a\":".repeat(100_000))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2100-12-31T12:30:00Z",
            "0001-01-01T00:00:00Z"})
    void momentsAreThoseOfInstant(String text) {
        assertThat(UtcTime.parse(text)).isEqualTo(Instant.parse(text).getEpochSecond());
        assertThat(UtcTime.text(UtcTime.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-01-01", "2025-01-01T00:00Z", "2025-01-01T00:00:00", "2025-01-01 00:00:00Z",
            "2025-01-01t00:00:00z", "2025-01-01T00:00:00.0Z", "2025-13-01T00:00:00Z", "2025-02-29T00:00:00Z",
            "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z", "2025-01-01T00:00:60Z", "2025-00-01T00:00:00Z",
            "0000-01-01T00:00:00Z"})
    void notMoments(String text) {
        assertThat(UtcTime.parse(text)).isEqualTo(UtcTime.NONE);
    }
}
