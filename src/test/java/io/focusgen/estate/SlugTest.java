package io.focusgen.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({"Data Platform, data-platform", "a._ -b, a-b", "A-, a", "7-Eleven, x7-eleven", "checkout, checkout",
            "a.b.c, a-b-c"})
    void aNameBecomesAPartOfIdentifiers(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"data-platform, 5, data", "data-platform, 6, data-p", "data, 4, data", "data, 12, data", "a-b, 1, a"})
    void whatIsTooLongIsCutWithoutALooseEnd(String name, int longest, String slug) {
        assertThat(Slug.of(name, longest)).isEqualTo(slug);
    }
}
