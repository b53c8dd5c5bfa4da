package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachingRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"public, max-age=86400|private, max-age=86400", "public|private",
            "Public, max-age=1|private, max-age=1", "no-store|no-store", "private, max-age=3600|private, max-age=3600"})
    void whatACallerGetsUnderANameIsForItsOwnCache(String given, String kept) {
        assertThat(CachingRules.forOneCaller(given)).isEqualTo(kept);
    }
}
