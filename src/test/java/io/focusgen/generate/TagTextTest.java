package io.focusgen.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagTextTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', delimiter = '#', nullValues = "NULL", value = {
            "{\"team\":\"data\"}#team#data",
            "{\"a\":\"b\",\"team\":\"data\"}#team#data",
            "{\"team\":\"data\",\"z\":\"y\"}#team#data",
            "{\"Team\":\"data\"}#team#NULL",
            "{\"teams\":\"data\",\"tea\":\"m\"}#team#NULL",
            "{\"a\":\"team\",\"team\":\"right\"}#team#right",
            "{\"a\":\"\\\"team\\\":\\\"wrong\\\"\"}#team#NULL",
            "{\"a\":\"}, {\",\"team\":\"right\"}#team#right",
            "{\"team\":\"\"}#team#''",
            "{}#team#NULL",
            "{\"team\":null,\"a\":\"b\"}#team#NULL",
            "{\"a\":null,\"team\":\"b\"}#team#b",
            "{\"team\":true}#team#true",
            "{\"team\":12.50,\"a\":\"b\"}#team#12.50",
            "{ \"team\" : \"data\" }#team#data",
            "{\"aws:createdBy\":\"Root:1\"}#aws:createdBy#Root:1",
            "{\"a \\\"b\\\"\":\"c\"}#a \"b\"#c",
            "{\"team\":\"a\\\\b\\/c \\\"d\\\"\"}#team#a\\b/c \"d\"",
            "{\"team\":\"a\\u0041\\u00e9\\n\"}#team#aA\\u00e9\\n",
    })
    void theValueOfAKeyIsFound(String tags, String key, @Nullable String value) {
        assertThat(TagText.value(tags, key)).isEqualTo(value);
    }
}
