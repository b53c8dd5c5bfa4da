package io.focusgen.spec.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** What {@code docs/organisation.md} says must be so. */
class OrganisationPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```(?:yaml|json)\\n(.*?)```", Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(Path.of("docs", "organisation.md"), StandardCharsets.UTF_8);
    }

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(page()).results().map((MatchResult found) -> found.group(1)).toList();
    }

    @Test
    void everyExampleIsRead() throws IOException {
        assertThat(examples()).hasSize(3).allSatisfy(
                example -> assertThat(OrganisationReader.read(example).faults()).as(example).isEmpty());
    }

    @Test
    void theLongExampleHasEveryMember() throws IOException {
        String example = examples().get(1);

        for (Member member : Member.values()) {
            assertThat(example).contains(member.label() + ":");
        }
    }

    @Test
    void everyMemberHasALine() throws IOException {
        for (Member.In object : Member.In.values()) {
            for (Member member : object.members()) {
                String path = switch (object) {
                    case ROOT -> member == Member.TAGS ? "tags.style" : member.label();
                    case TEAM -> "teams[]." + member.label();
                    case TAGS -> "tags." + member.label();
                    case ACCOUNT -> "accounts[]." + member.label();
                };
                assertThat(page()).contains("| `" + path + "` |");
            }
        }
    }

    @Test
    void choicesBoundsAndDefaultsAreThoseOfTheCode() throws IOException {
        String page = page();

        for (List<? extends Named> choices : List.of(List.of(Environment.values()), List.of(KeyStyle.values()),
                List.of(TagKey.values()))) {
            choices.forEach(choice -> assertThat(page).contains("`" + choice.label() + "`"));
        }
        for (Environment environment : Environment.values()) {
            String share = String.valueOf(environment.tagged() / 1000.0);
            assertThat(page).contains("`" + environment.label() + "` " + share);
        }
        assertThat(page).contains(OrganisationReader.MOST_UNITS + " names", OrganisationReader.MOST_TEAMS + " objects",
                OrganisationReader.MOST_APPLICATIONS + " names, no other team's",
                OrganisationReader.MOST_ACCOUNTS + " objects", "1 to " + OrganisationReader.MOST_WEIGHT,
                YamlText.MOST_BYTES / 1024 + " KiB, " + YamlText.DEEPEST + " levels, 10,000 names and values");
        assertThat(YamlText.MOST_NODES).isEqualTo(10_000);
    }

    @Test
    void theMessageIsTheOneThatIsShown() throws IOException {
        Fault fault = OrganisationReader.read("teams:\n  - name: a\n    wieght: 3\n").faults().get(0);

        assertThat(page()).contains("--organisation " + fault.value() + ": In line " + fault.line() + ", column "
                + fault.column() + ": " + fault.message() + " Nearest: weight\n");
    }
}
