package io.focusgen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Every alert says what to do, reads what there is, and has a case in which it fires and one in which it does not. */
class AlertsTest {

    private static final String RUNBOOK = """
            # Runbook

            ## FocusBad

            **Means:** bad. **Look at:** it. **Do:** good.
            """;
    private static final Rule BAD = alert("FocusBad", "bad:share > 0.1", "page");
    private static final Rule SHARE = new Rule("bad:share", false, "sum(focus_bad) / sum(focus_all)", Map.of(),
            Map.of());
    private static final RuleCase FIRES = new RuleCase("much is bad", Set.of("focus_bad"), Set.of("FocusBad"), Set.of(),
            List.of("round(bad:share, 0.01)"));
    private static final RuleCase SILENT = new RuleCase("little is bad", Set.of("focus_bad"), Set.of(),
            Set.of("FocusBad"),
            List.of());

    private static final KnownLabels LABELS = KnownLabels.of("| `focus_bad` | gauge | `why`=broken,late | |\n");

    @Test
    void theRulesOfTheProjectHaveNoProblems() throws IOException {
        List<Rule> rules = Rule.all();

        assertThat(
                new AlertLint(rules, RuleCase.all(), KnownMetrics.all(), KnownLabels.documented(),
                        Files.readString(Path.of("docs/runbook.md")))
                        .problems())
                .isEmpty();
        assertThat(rules).filteredOn(Rule::alert).hasSizeGreaterThan(20);
    }

    @Test
    void everySectionOfTheRunbookHasItsAlert() throws IOException {
        List<String> sections = Files.readString(Path.of("docs/runbook.md")).lines()
                .filter(line -> line.startsWith("## Focus")).map(line -> line.substring(3)).toList();

        assertThat(sections)
                .containsExactlyElementsOf(Rule.all().stream().filter(Rule::alert).map(Rule::name).toList());
    }

    @Test
    void goodRulesHaveNoProblems() {
        assertThat(problems(List.of(SHARE, BAD), List.of(FIRES, SILENT))).isEmpty();
    }

    @Test
    void anAlertWithoutACaseInWhichItFiresOrStaysSilentIsReported() {
        assertThat(problems(List.of(SHARE, BAD), List.of(FIRES)))
                .containsExactly("FocusBad has no case in which it stays silent with series that it reads");
        assertThat(problems(List.of(SHARE, BAD), List.of(SILENT)))
                .contains("FocusBad has no case in which it fires with series that it reads");
    }

    @Test
    void aCaseThatFeedsNothingTheAlertReadsDoesNotCount() {
        RuleCase empty = new RuleCase("nothing is there", Set.of("focus_other"), Set.of(), Set.of("FocusBad"),
                List.of());

        assertThat(problems(List.of(SHARE, BAD), List.of(FIRES, empty)))
                .containsExactly("FocusBad has no case in which it stays silent with series that it reads");
    }

    @Test
    void aSilentCaseThatLeavesOutAPartOfWhatMakesItFireDoesNotCount() {
        Rule both = alert("FocusBad", "focus_bad > 1 and focus_all > 1", "page");
        RuleCase fires = new RuleCase("both", Set.of("focus_bad", "focus_all"), Set.of("FocusBad"), Set.of(),
                List.of("bad:share"));
        RuleCase half = new RuleCase("one alone", Set.of("focus_bad"), Set.of(), Set.of("FocusBad"), List.of());

        assertThat(problems(List.of(SHARE, both), List.of(fires, half)))
                .containsExactly("FocusBad has no case in which it stays silent with series that it reads");
    }

    @Test
    void aValueThatALabelNeverHasIsReported() {
        Rule never = alert("FocusBad", "focus_bad{why=\"slow\"} > 1", "page");

        assertThat(problems(List.of(SHARE, never), List.of(FIRES, SILENT)))
                .containsExactly("FocusBad reads focus_bad with why \\Qslow\\E, which it never is");
    }

    @Test
    void whatIsRecordedNeedsAFigure() {
        Rule unchecked = new Rule("bad:sum", false, "sum(focus_bad)", Map.of(), Map.of());

        assertThat(problems(List.of(SHARE, unchecked, BAD), List.of(FIRES, SILENT)))
                .containsExactly("bad:sum is recorded and no case checks its figure");
    }

    @Test
    void anUnknownMetricAndABrokenExpressionAreReported() {
        assertThat(problems(List.of(SHARE, alert("FocusBad", "focus_bda > 0 or focus_bad", "page")),
                List.of(FIRES, SILENT)))
                .containsExactly("FocusBad reads focus_bda, which no page or rule knows");
        assertThat(problems(List.of(SHARE, alert("FocusBad", "sum(focus_bad", "page")), List.of(FIRES, SILENT)))
                .contains("FocusBad: the end stands where ) should, in sum(focus_bad");
    }

    @Test
    void aMetricThatOtherProgramsHaveNeedsAJob() {
        assertThat(problems(List.of(SHARE, alert("FocusBad", "up == 0 and focus_bad", "page")), List.of(FIRES, SILENT)))
                .containsExactly("FocusBad reads up of all programs: say which job");
    }

    @Test
    void anAlertWithoutSeverityOrSectionIsReported() {
        assertThat(problems(List.of(SHARE, alert("FocusBad", "bad:share > 1", "critical")), List.of(FIRES, SILENT)))
                .containsExactly("FocusBad has none of the severities page and ticket");
        assertThat(problems(List.of(SHARE, BAD, alert("FocusNew", "focus_bad", "page")), List.of(FIRES, SILENT)))
                .contains("FocusNew: its section of the runbook has no **Means:**");
    }

    private static List<String> problems(List<Rule> rules, List<RuleCase> cases) {
        return new AlertLint(rules, cases, Set.of("focus_bad", "focus_all", "bad:share", "bad:sum", "up"), LABELS,
                RUNBOOK)
                .problems();
    }

    private static Rule alert(String name, String expression, String severity) {
        return new Rule(name, true, expression, Map.of("severity", severity), Map.of("summary", "Bad", "description",
                "It is bad.", "runbook_url", "docs/runbook.md#" + name.toLowerCase(java.util.Locale.ROOT)));
    }
}
