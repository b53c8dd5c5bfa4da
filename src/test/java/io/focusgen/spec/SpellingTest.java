package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"rows,rows,0", "row,rows,1", "rwos,rows,1", "cat,act,1", "kitten,sitting,3", "'',abc,3", "abc,'',3",
            "ca,abc,3", "seed,need,1"})
    void editsCountInsertionsDeletionsReplacementsAndSwaps(String from, String to, int edits) {
        assertThat(Spelling.edits(from, to)).isEqualTo(edits);
        assertThat(Spelling.edits(to, from)).isEqualTo(edits);
    }

    @Test
    void theFirstOfSeveralNearestIsSuggested() {
        assertThat(Spelling.nearest("mont", List.of("month", "monts"))).contains("month");
    }

    @Test
    void nothingIsSuggestedForANameThatIsFarFromAll() {
        assertThat(Spelling.nearest("zebra", Parameter.labels())).isEmpty();
        assertThat(Spelling.nearest("x".repeat(5_000), Parameter.labels())).isEmpty();
        assertThat(Spelling.nearest("", Parameter.labels())).isEmpty();
    }

    @Test
    void noTwoParametersShareASpelling() {
        assertThat(Parameter.labels()).extracting(Spelling::plain).doesNotHaveDuplicates();
        assertThat(Parameter.values()).flatExtracting(Parameter::otherNames).extracting(Spelling::plain)
                .doesNotContainAnyElementsOf(Parameter.labels().stream().map(Spelling::plain).toList());
    }
}
