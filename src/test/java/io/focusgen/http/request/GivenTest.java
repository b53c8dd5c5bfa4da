package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.focusgen.spec.Defaults;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.SpecReader;
import io.focusgen.spec.Violation;

class GivenTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);

    private static Given given(Map<String, List<String>> values) {
        return new Given(values, List.of());
    }

    @Test
    void queryAndBodyAddUp() {
        Given both = given(Map.of("rows", List.of("5"))).and(given(Map.of("seed", List.of("3"))));

        assertThat(both.read(raw -> SpecReader.resolve(raw, DEFAULTS)).spec().rows()).isEqualTo(5);
        assertThat(both.read(raw -> SpecReader.resolve(raw, DEFAULTS)).spec().seed()).isEqualTo(3);
    }

    @Test
    void aParameterInBothIsRefusedInAnySpellingEvenWhereItIsTheSame() {
        Given both = given(Map.of("commitmentCoverage", List.of("0.5")))
                .and(given(Map.of("commitment_coverage", List.of("0.5"))));

        assertThat(both.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("commitmentCoverage");
            assertThat(violation.value()).isEqualTo("0.5");
            assertThat(violation.message()).contains("query string", "body");
        });
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        Violation earlier = new Violation("seed", "null", "Must be a number.", null);
        Given given = new Given(Map.of("rows", List.of("0"), "colour", List.of("red")), List.of(earlier));

        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> given.read(raw -> SpecReader.resolve(raw, DEFAULTS)));

        assertThat(refused.violations()).extracting(Violation::field).containsExactly("seed", "rows", "colour");
    }

    @Test
    void whatBecameNoValueIsRefusedEvenIfTheRestIsFine() {
        Given given = new Given(Map.of("rows", List.of("5")), List.of(new Violation("seed", "null", "No.", null)));

        RefusedException refused = catchThrowableOfType(RefusedException.class,
                () -> given.read(raw -> SpecReader.resolve(raw, DEFAULTS)));

        assertThat(refused.violations()).extracting(Violation::field).containsExactly("seed");
    }
}
