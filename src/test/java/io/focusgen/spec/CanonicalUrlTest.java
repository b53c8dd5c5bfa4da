package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalUrlTest {

    private static final String PATH = "/api/v1/cost-and-usage.csv";

    @Test
    void aQueryThatCanBeAskedIsAUrl() {
        assertThat(CanonicalUrl.of(PATH, "rows=5")).isEqualTo(PATH + "?rows=5");
        assertThat(CanonicalUrl.of(PATH, "x".repeat(8_192))).startsWith(PATH + "?xxx");
    }

    @Test
    void aLongerOneIsItsSha256() {
        assertThat(CanonicalUrl.of(PATH, "x".repeat(8_193))).matches("urn:sha256:[0-9a-f]{64}");
    }

    @Test
    void theSha256IsTheStandardOne() {
        assertThat(CanonicalUrl.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
