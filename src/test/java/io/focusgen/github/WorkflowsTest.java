package io.focusgen.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workflows keep their rules, and each rule can fail. */
class WorkflowsTest {

    @Test
    void nothingIsWrongWithThem() throws IOException {
        List<Workflow> all = Workflow.all();

        assertThat(all).extracting(Workflow::name).contains("ci.yml", "codeql.yml", "dependencies.yml", "image.yml",
                "long.yml", "release.yml", "secrets.yml");
        assertThat(all).allSatisfy(workflow -> assertThat(rules().complaints(workflow)).as(workflow.name()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            reads, and no more, unless it is said                 | ci      | contents: read      | contents: write
            reads, and no more, unless it is said                 | ci      | permissions:        | env:
            writes where it has to, and nothing else              | release | packages: write     | issues: write
            writes where it has to, and nothing else              | codeql  | actions: read       | actions: write
            is not run with the rights of this repository for what a stranger sends | ci | pull_request: | pull_request_target:
            uses actions by their commit, and says which version that is | ci | @3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1 | @v7
            uses actions by their commit, and says which version that is | ci | # v7.0.1         | # the newest
            uses workflows that there are                         | release | workflows/ci.yml    | workflows/cd.yml
            leaves no token behind in what it checks out          | ci      | persist-credentials: false | persist-credentials: true
            has a machine of a version and a time limit           | ci      | ubuntu-24.04        | ubuntu-latest
            has a machine of a version and a time limit           | ci      | timeout-minutes: 25 | name: build
            waits for jobs that there are                         | release | needs: version      | needs: versions
            makes what the Makefile has                           | release | make package sbom   | make package sboms
            makes what the Makefile has                           | bench   | make bench          | make benches
            runs scripts that there are                           | ci      | run: .ci/run        | run: .ci/runs
            runs scripts that there are                           | codeql  | ./mvnw              | .ci/mvn
            runs tools that there are                             | ci      | .ci/tool actionlint | .ci/tool actionslint
            runs no words of strangers                            | ci      | run: .ci/run        | run: .ci/run ${{ github.head_ref }}
            """)
    void whatIsWrongIsNoticedByItsRuleAlone(String rule, String name, String right, String wrong)
            throws IOException {
        String text = Files.readString(Workflow.FOLDER.resolve(name + ".yml"));
        assertThat(text).contains(right);

        Workflow broken = Workflow.of(name + ".yml", text.replaceFirst(Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong)));

        assertThat(rules().complaints(broken)).containsExactly(rule);
    }

    /** Whatever takes minutes is run at night and before a release, or a change that breaks it is found by nobody. */
    @Test
    void testsThatTakeMinutesAreRunAtNightAndBeforeARelease() throws IOException {
        Map<String, Workflow> all = Workflow.all().stream()
                .collect(Collectors.toMap(Workflow::name, workflow -> workflow));

        assertThat(all.get("long.yml").commands()).anyMatch(command -> command.contains("make test-long"));
        assertThat(all.get("long.yml").triggers().containsKey("schedule")).isTrue();
        List<Workflow.Job> release = all.get("release.yml").jobs();
        Workflow.Job before = release.stream()
                .filter(job -> "./.github/workflows/long.yml".equals(job.content().get("uses"))).findFirst()
                .orElseThrow();
        assertThat(release).filteredOn(job -> job.name().equals("build"))
                .allSatisfy(job -> assertThat(job.needs()).contains(before.name(), "ci"));
    }

    private static WorkflowRules rules() throws IOException {
        return new WorkflowRules(names(Path.of("Makefile"), "(?m)^([a-z][a-z0-9-]*):.*## "),
                names(Path.of(".ci", "tools", "Dockerfile"), "(?m)^FROM \\S+@sha256:[0-9a-f]{64} AS ([a-z]+)$"));
    }

    private static Set<String> names(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(file)).results().map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
