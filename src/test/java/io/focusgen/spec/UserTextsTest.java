package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a caller writes stands in cells that spreadsheets, terminals and people read: none of it may be more than text. */
class UserTextsTest {

    private static final Defaults DEFAULTS = new Defaults(YearMonth.of(2026, 3), () -> 7);

    /** Where a document has a text of the caller's, for {@code %s}; YAML reads each of them as well. */
    private static final List<String> PLACES = List.of("{\"company\":%s,\"teams\":[{\"name\":\"a\"}]}",
            "{\"units\":[%s],\"teams\":[{\"name\":\"a\"}]}", "{\"teams\":[{\"name\":%s}]}",
            "{\"teams\":[{\"name\":\"a\",\"unit\":%s}]}", "{\"teams\":[{\"name\":\"a\",\"owner\":%s}]}",
            "{\"teams\":[{\"name\":\"a\",\"costCentre\":%s}]}", "{\"teams\":[{\"name\":\"a\",\"applications\":[%s]}]}",
            "{\"teams\":[{\"name\":\"a\"}],\"accounts\":[{\"team\":\"a\",\"name\":%s}]}",
            "{\"teams\":[{\"name\":\"a\"}],\"accounts\":[{\"team\":\"a\",\"ids\":{\"aws\":%s}}]}",
            "{\"teams\":[{\"name\":\"a\"}],\"tags\":{\"keys\":{\"team\":%s}}}", "teams:\n  - name: %s\n",
            "company: %s\nteams: [{name: a}]\n");

    private static Violation refused(String parameter, String value) {
        RefusedException refused = assertThatThrownBy(
                () -> SpecReader.read(Map.of(parameter, List.of(value)), DEFAULTS)).as(value)
                .asInstanceOf(throwable(RefusedException.class)).actual();
        return refused.violations().get(0);
    }

    private static String quoted(String text) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "=", "a\u0000b", "a\nb", "a\rb",
            "a\tb",
            "a\u001bb", "a\u007fb", "a\u0085b", "a\u00a0b", "a\u200bb", "\u202eab", "a\u2066b\u2069", "a\u2028b",
            "\ufeffa",
            "\uff1d1", "a\ufffdb", "\u0430", "\ud83d\ude00", "a\"b", "a<b>", "a,b", "../a", "a/b", "a\\b"})
    void noTextOfAnOrganisationIsMoreThanText(String text) throws Exception {
        for (String place : PLACES) {
            Violation violation = refused("organisation", place.replace("%s", quoted(text)));

            assertThat(violation.field()).isEqualTo("organisation");
            assertThat(violation.message()).matches("In line [0-9]+, column [0-9]+: .{20,}\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(1)", " =1", "\t=1", "\r=1", "=", "a\u0000b", "a\nb", "a\u001bb",
            "a\u007fb", "a\u0085b", "a\u00a0b", "a\u200bb", "\u202eab", "a\u2066b", "\ufeffa", "\uff1d1",
            "\ud83d\ude00"})
    void noTextOfAnOwnColumnIsMoreThanText(String text) {
        for (String kind : List.of("constant", "tag")) {
            assertThat(refused("customColumns", "x_A:" + kind + ":" + text).message())
                    .contains("printable ASCII characters", "none of = + - @");
        }
        assertThat(refused("customColumns", "x_" + text + ":tag:a").message()).isNotBlank();
    }

    @Test
    void otherTextStays() {
        String harmless = "a=b, 1-2 +x @y \\ \"q\" 'r'";
        String written = harmless.replace("\\", "\\\\").replace(",", "\\,");

        DatasetSpec spec = SpecReader.read(Map.of("customColumns", List.of("x_A:constant:" + written)), DEFAULTS);

        assertThat(spec.customColumns()).singleElement()
                .satisfies(column -> assertThat(column.source().toString()).contains(harmless));
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "columns", "customColumns", "anomalies", "waste", "peak", "peakMonths"})
    void aListWithoutEndIsNotReadToItsEnd(String parameter) {
        String item = parameter.equals("customColumns") ? "x_A:tagg:a" : "nonsense";
        RefusedException refused = assertThatThrownBy(() -> SpecReader
                .read(Map.of(parameter, List.of((item + ",").repeat(20_000) + item)), DEFAULTS))
                .asInstanceOf(throwable(RefusedException.class)).actual();

        assertThat(refused.violations()).hasSizeBetween(2, GivenParameters.MOST_ITEMS + 1)
                .anySatisfy(violation -> assertThat(violation.message()).contains("at most 200 items"));
    }
}
