package io.focusgen.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class DocumentationTest {

    @Test
    void theTableHasOneRowOfFiveCellsPerParameterInOrder() {
        List<String> rows = Documentation.markdown().lines().filter(line -> line.startsWith("| `")).toList();

        assertThat(rows).extracting(row -> row.split("`")[1]).isEqualTo(Parameter.labels());
        assertThat(rows).allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(7));
    }

    @Test
    void anOptionIsTheNameWithDashes() {
        assertThat(Documentation.option(Parameter.COMMITMENT_UTILISATION)).isEqualTo("--commitment-utilisation");
        assertThat(Documentation.option(Parameter.ROWS)).isEqualTo("--rows");
    }

    @Test
    void helpIsMadeOfSentences() {
        for (Parameter parameter : Parameter.values()) {
            assertThat(parameter.help()).as(parameter.label()).endsWith(".").matches("[A-Z].*");
        }
    }
}
