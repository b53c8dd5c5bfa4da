package io.focusgen.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.focusgen.http.problem.ProblemException;
import io.focusgen.spec.RefusedException;

class QueryTest {

    @Test
    void noQueryHasNoParameters() {
        assertThat(Query.parse(null).values()).isEmpty();
        assertThat(Query.parse("").values()).isEmpty();
        assertThat(Query.parse("&&").values()).isEmpty();
    }

    @Test
    void valuesStandInTheOrderGiven() {
        assertThat(Query.parse("b=2&a=1&b=1&&b=").values())
                .isEqualTo(Map.of("a", List.of("1"), "b", List.of("2", "1", "")));
    }

    @Test
    void aNameWithoutAValueIsEmpty() {
        assertThat(Query.parse("rows").values()).isEqualTo(Map.of("rows", List.of("")));
        assertThat(Query.parse("=5").values()).isEqualTo(Map.of("", List.of("5")));
    }

    @Test
    void bothSpellingsOfASpaceAreOne() {
        assertThat(Query.parse("profile=Large+Business").values())
                .isEqualTo(Query.parse("profile=Large%20Business").values())
                .isEqualTo(Map.of("profile", List.of("Large Business")));
    }

    @Test
    void onlyTheFirstEqualsSignSeparates() {
        assertThat(Query.parse("a=b=c").values()).isEqualTo(Map.of("a", List.of("b=c")));
    }

    @Test
    void whatIsWronglyEncodedIsKeptForTheOneWhoRefusesIt() {
        assertThat(Query.parse("a=%zz&b=%f&c=%&d=%C3%A9&e=%C3").values())
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
