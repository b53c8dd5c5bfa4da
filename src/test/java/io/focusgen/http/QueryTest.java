package io.focusgen.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.focusgen.spec.RefusedException;

class QueryTest {

    @Test
    void noQueryHasNoParameters() {
        assertThat(Query.parse(null)).isEmpty();
        assertThat(Query.parse("")).isEmpty();
        assertThat(Query.parse("&&")).isEmpty();
    }

    @Test
    void valuesStandInTheOrderGiven() {
        assertThat(Query.parse("b=2&a=1&b=1&&b=")).isEqualTo(Map.of("a", List.of("1"), "b", List.of("2", "1", "")));
    }

    @Test
    void aNameWithoutAValueIsEmpty() {
        assertThat(Query.parse("rows")).isEqualTo(Map.of("rows", List.of("")));
        assertThat(Query.parse("=5")).isEqualTo(Map.of("", List.of("5")));
    }

    @Test
    void bothSpellingsOfASpaceAreOne() {
        assertThat(Query.parse("profile=Large+Business")).isEqualTo(Query.parse("profile=Large%20Business"))
                .isEqualTo(Map.of("profile", List.of("Large Business")));
    }

    @Test
    void onlyTheFirstEqualsSignSeparates() {
        assertThat(Query.parse("a=b=c")).isEqualTo(Map.of("a", List.of("b=c")));
    }

    @Test
    void whatIsWronglyEncodedIsKeptForTheOneWhoRefusesIt() {
        assertThat(Query.parse("a=%zz&b=%f&c=%&d=%C3%A9&e=%C3"))
                .isEqualTo(Map.of("a", List.of("%zz"), "b", List.of("%f"), "c",
                        List.of("%"), "d", List.of("é"), "e", List.of("\uFFFD")));
    }

    @Test
    void theBoundsAreIncluded() {
        assertThatCode(() -> Query.parse("a=" + "x".repeat(8_190))).doesNotThrowAnyException();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Query.parse("a=" + "x".repeat(8_191)));
        assertThatCode(() -> Query.parse("a&".repeat(60))).doesNotThrowAnyException();
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> Query.parse("a&".repeat(61)));
    }
}
