package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

class JsonBodyTest {

    private static Map<String, List<String>> values(String body) {
        Given given = JsonBody.parse(body);
        assertThat(given.violations()).isEmpty();
        return given.values();
    }

    private static Violation violation(String body) {
        Given given = JsonBody.parse(body);
        assertThat(given.violations()).hasSize(1);
        return given.violations().get(0);
    }

    private static Failure failure(String body) {
        return catchThrowableOfType(ProblemException.class, () -> JsonBody.parse(body)).failure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "{}", " { } "})
    void anEmptyBodyGivesNothing(String body) {
        assertThat(values(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e6", "1E+6", "0.60", "1.0", "100000000000", "-9223372036854775808", "0.000001", "-0",
            "5"})
    void aNumberIsTheTextThatItIsWrittenAs(String number) {
        assertThat(values("{\"rows\": " + number + "}")).isEqualTo(Map.of("rows", List.of(number)));
    }

    @Test
    void aListOfNothingIsNoneWhereThereMayBeNone() {
        assertThat(values("{\"anomalies\":[],\"Waste\":[ ]}"))
                .isEqualTo(Map.of("anomalies", List.of(), "Waste", List.of()));
        assertThat(violation("{\"columns\":[]}").field()).isEqualTo("columns");
    }

    @Test
    void stringsBooleansAndArraysOfThemAreTheirTexts() {
        assertThat(values("{\"a\":\"x\\u0041\\n\",\"b\":true,\"c\":[\"p\",2.50,false],\"d\":\"\"}")).isEqualTo(
                Map.of("a", List.of("xA\n"), "b", List.of("true"), "c", List.of("p", "2.50", "false"), "d",
                        List.of("")));
    }

    @Test
    void anObjectIsItsOwnText() {
        String nested = "{ \"teams\": [ {\"name\": \"a\\\"b\", \"weight\": 1.50}, null, [] ], \"é\": {} }";

        assertThat(values("{\"x\":1, \"organisation\" : " + nested + " , \"y\":2}"))
                .isEqualTo(Map.of("x", List.of("1"), "organisation", List.of(nested), "y", List.of("2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"rows\":null}|rows|null", "{\"ROWS\":[[1]]}|rows|[1]",
            "{\"columns\":[]}|columns|[]", "{\"columns\":[\"Tags\",null]}|columns|null",
            "{\"commitment-coverage\":[null]}|commitmentCoverage|null"})
    void whatNoParameterCanBeIsRefusedWithWhatIsAllowed(String body, String field, String value) {
        Violation violation = violation(body);

        assertThat(violation.field()).isEqualTo(field);
        assertThat(violation.value()).isEqualTo(value);
        assertThat(violation.message()).startsWith("Must be ");
    }

    @Test
    void whatIsNoParameterIsLeftToTheReaderWhoKnowsTheNearest() {
        assertThat(values("{\"rosw\":null,\"sede\":[]}"))
                .isEqualTo(Map.of("rosw", List.of("null"), "sede", List.of("[]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"columns\":\"Tags\",\"columns\":\"BilledCost\"}",
            "{\"columns\":[\"Tags\"],\"Columns\":[\"BilledCost\"]}"})
    void aNameThatStandsTwiceIsRefusedEvenWhereItMayBeRepeated(String body) {
        Violation violation = violation(body);

        assertThat(violation.field()).isEqualTo("columns");
        assertThat(violation.value()).isEqualTo("BilledCost");
        assertThat(violation.message()).contains("once", "array");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{|1|2|Unexpected end-of-input", "{\"rows\":}|1|9|Unexpected character", "{\"rows\":1,}|1|11|double-quote",
            "[]|1|1|one object", "7|1|1|one object", "\"rows\"|1|1|one object", "null|1|1|one object",
            "{}{}|1|3|follows", "{} x|1|4|Unrecognized token", "{\"a\":1 \"b\":2}|1|8|comma",
            "{'a':1}|1|2|double-quote", "{a:1}|1|2|double-quote", "{\"a\":NaN}|1|9|NaN", "{\"a\":01}|1|6|zeroes",
            "{\"a\":+1}|1|7|plus", "{\"a\":.5}|1|6|Unexpected character", "{\"a\":1.}|1|8|decimal",
            "{\"a\":\"\\x\"}|1|8|escape", "{\"a\":tru}|1|6|tru", "{\"a\":[1,2}|1|10|expected ']'"})
    void whatIsNoJsonIsRefusedWithItsPlace(String body, int line, int column, String says) {
        Failure failure = failure(body);

        assertThat(failure.type()).isEqualTo(ProblemType.MALFORMED_BODY);
        assertThat(failure.detail()).containsIgnoringCase(says).doesNotContain("Source", "enable", "StreamRead")
                .contains("line " + line + ", column ");
        Failure.Position position = failure.position();
        assertThat(position).isNotNull();
        assertThat(position.line()).isEqualTo(line);
        assertThat(position.column()).isBetween(column - 1, column + 1);
    }

    @Test
    void thePlaceCountsLines() {
        assertThat(failure("{\n  \"rows\": 1,\n  \"seed\": x\n}").position()).extracting(Failure.Position::line)
                .isEqualTo(3);
    }

    @Test
    void aNameThatStandsTwiceInANestedObjectIsRefusedWithItsPlace() {
        Failure failure = failure("{\"organisation\":{\"a\":{\"b\":1},\n\"c\":[{\"b\":1},{\"b\":1,\"b\":2}]}}");

        assertThat(failure.detail()).contains("b stands twice", "line 2");
    }

    @Test
    void theDepthIsBounded() {
        assertThat(values("{\"organisation\":" + "{\"a\":".repeat(31) + "1" + "}".repeat(31) + "}")).hasSize(1);
        assertThat(failure("{\"organisation\":" + "{\"a\":".repeat(32) + "1" + "}".repeat(32) + "}").detail())
                .contains("32 levels");
        assertThat(failure("[".repeat(100_000)).type()).isEqualTo(ProblemType.MALFORMED_BODY);
        assertThat(failure("{\"a\":" + "[".repeat(100_000)).detail()).contains("32 levels");
    }

    @Test
    void theNumberOfParametersIsBounded() {
        assertThat(values(members(60))).hasSize(60);
        assertThatThrownBy(() -> JsonBody.parse(members(61))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("At most 60");
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"p" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void theNumberOfValuesIsBounded() {
        assertThat(failure("{\"columns\":[" + "1,".repeat(10_000) + "1]}").detail()).contains("10000");
        assertThat(failure("{\"organisation\":{\"a\":[" + "1,".repeat(10_000) + "1]}}").detail()).contains("10000");
    }

    @Test
    void lengthsAreBounded() {
        assertThat(violation("{\"profile\":\"" + "x".repeat(8_193) + "\"}").message()).contains("8192");
        assertThat(values("{\"profile\":\"" + "x".repeat(8_192) + "\"}")).hasSize(1);
        assertThat(failure("{\"" + "x".repeat(201) + "\":1}").detail()).contains("200");
        assertThat(failure("{\"rows\":" + "1".repeat(101) + "}").detail()).contains("100");
    }
}
