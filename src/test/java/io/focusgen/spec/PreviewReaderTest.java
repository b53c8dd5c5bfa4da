package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewReaderTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 77);

    private static PreviewSpec read(String... namesAndValues) {
        Map<String, List<String>> raw = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.put(namesAndValues[i], List.of(namesAndValues[i + 1].split("\\|", -1)));
        }
        return PreviewReader.read(raw, DEFAULTS);
    }

    private static List<Violation> violations(String... namesAndValues) {
        return catchThrowableOfType(RefusedException.class, () -> read(namesAndValues)).violations();
    }

    @Test
    void whatIsNotGivenIsTheDefault() {
        PreviewSpec spec = read("provider", "aws");
        assertThat(spec.offset()).isZero();
        assertThat(spec.limit()).isEqualTo(100);
        assertThat(spec.summaries()).isTrue();
        assertThat(spec.dataset()).isEqualTo(SpecReader.resolve(Map.of("provider", List.of("aws")), DEFAULTS));
    }

    @Test
    void ownParametersStandBesideThoseOfTheDataSet() {
        PreviewSpec spec = read("Offset", "2_000", "LIMIT", "1k", "summaries", "FALSE", "rows", "1e6");
        assertThat(spec.offset()).isEqualTo(2_000);
        assertThat(spec.limit()).isEqualTo(1_000);
        assertThat(spec.summaries()).isFalse();
        assertThat(spec.dataset().spec().rows()).isEqualTo(1_000_000);
        assertThat(spec.canonical().query()).startsWith("provider=aws&").contains("&rows=1000000&")
                .endsWith("&offset=2000&limit=1000&summaries=false");
    }

    @ParameterizedTest
    @EnumSource
    void everyDocumentedExampleAndDefaultIsRead(PreviewParameter parameter) {
        read(parameter.label(), parameter.example(), "provider", "aws");
        assertThat(read(parameter.label(), parameter.defaultValue(), "provider", "aws"))
                .isEqualTo(read("provider", "aws"));
    }

    @ParameterizedTest
    @CsvSource({"offset, -1, 0", "offset, ten, ", "limit, 1001, 1000", "limit, -5, 0", "limit, 0.5, 1",
            "summaries, yes, ", "summaries, tru, true", "limit, '', "})
    void whatIsWrongIsRefusedWithTheNearest(String name, String value, String nearest) {
        assertThat(violations(name, value, "provider", "aws")).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo(name);
            assertThat(violation.value()).isEqualTo(value);
            assertThat(violation.message()).startsWith("Must be ");
            assertThat(violation.nearest()).isEqualTo(nearest);
        });
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(violations("offset", "-1", "limit", "1|2", "rows", "0", "ofset", "3", "summaries", "no"))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("rows", "ofset", "offset", "limit", "summaries");
        assertThat(violations("ofset", "3", "provider", "aws")).singleElement()
                .satisfies(violation -> {
                    assertThat(violation.nearest()).isEqualTo("offset");
                    assertThat(violation.message()).contains("offset, limit, summaries");
                });
        assertThat(violations("limit", "1|2", "provider", "aws")).singleElement().extracting(Violation::message)
                .isEqualTo("Must be given once.");
    }

    @Test
    void aDataSetHasNoOffset() {
        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> SpecReader.read(Map.of("offset", List.of("3")), DEFAULTS));
        assertThat(refused.violations()).singleElement().extracting(Violation::field).isEqualTo("offset");
    }

    @Test
    void theTagChangesWithWhatIsShown() {
        assertThat(read("provider", "aws", "limit", "1").canonical().fingerprint("1"))
                .isNotEqualTo(read("provider", "aws", "limit", "2").canonical().fingerprint("1"));
    }
}
