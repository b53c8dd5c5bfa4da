package io.focusgen.github;

import static java.util.stream.Collectors.toCollection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has to hold for a workflow: it runs what there is, with pinned tools, and may do no more than it needs. */
final class WorkflowRules {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9-]+/[a-z0-9/-]+@[0-9a-f]{40}");
    private static final Pattern WITHOUT_VERSION = Pattern.compile("(?m)uses: [^ .]\\S*@[0-9a-f]{40}(?! # v[0-9])");
    private static final Pattern MAKE = Pattern.compile("\\bmake ((?:[a-z][a-z0-9-]*(?: |$))+)", Pattern.MULTILINE);
    private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/])(\\.ci/[a-z-]+|\\./mvnw)");
    private static final Pattern TOOL = Pattern.compile("\\.ci/tool ([a-z]+)");

    /** What anybody who opens an issue or names a branch can write; a shell would run it. */
    private static final Pattern OF_STRANGERS = Pattern
            .compile("\\$\\{\\{[^}]*(github\\.event\\.|github\\.head_ref|github\\.ref_name|inputs\\.)(?!.*==)");

    /** The jobs that may write, and what. */
    private static final Map<String, Set<String>> WRITERS = Map.of("codeql.yml analyze", Set.of("security-events"),
            "release.yml publish", Set.of("contents", "packages", "id-token", "attestations"));

    /**
     * One of them.
     *
     * @param name in a few words
     */
    record Rule(String name, Predicate<Workflow> holds) {
    }

    private final Set<String> verbs;
    private final Set<String> tools;

    /**
     * @param verbs of the Makefile
     * @param tools of .ci/tools
     */
    WorkflowRules(Set<String> verbs, Set<String> tools) {
        this.verbs = verbs;
        this.tools = tools;
    }

    /** The names of those that do not hold. */
    Set<String> complaints(Workflow workflow) {
        return all().filter(rule -> !rule.holds().test(workflow)).map(Rule::name)
                .collect(toCollection(LinkedHashSet::new));
    }

    private Stream<Rule> all() {
        return Stream.of(
                new Rule("reads, and no more, unless it is said", workflow -> Workflow
                        .rights(workflow.content().get("permissions")).equals(Map.of("contents", "read"))),
                new Rule("writes where it has to, and nothing else", workflow -> workflow.jobs().stream()
                        .allMatch(job -> written(job).equals(WRITERS.getOrDefault(workflow.name() + " " + job.name(),
                                Set.of())))),
                new Rule("is not run with the rights of this repository for what a stranger sends",
                        workflow -> !workflow.triggers().containsKey("pull_request_target")
                                && !workflow.triggers().containsKey("workflow_run")),
                new Rule("uses actions by their commit, and says which version that is", workflow -> workflow.used()
                        .stream().filter(used -> !used.startsWith("./"))
                        .allMatch(used -> PINNED.matcher(used).matches())
                        && !WITHOUT_VERSION.matcher(workflow.text()).find()),
                new Rule("uses workflows that there are", workflow -> workflow.used().stream()
                        .filter(used -> used.startsWith("./"))
                        .allMatch(used -> Files.isRegularFile(Path.of(used)))),
                new Rule("leaves no token behind in what it checks out", workflow -> workflow.steps().stream()
                        .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout@"))
                        .allMatch(step -> step.get("with") instanceof Map<?, ?> with
                                && Boolean.FALSE.equals(with.get("persist-credentials")))),
                new Rule("has a machine of a version and a time limit", workflow -> workflow.jobs().stream()
                        .filter(job -> !job.content().containsKey("uses"))
                        .allMatch(job -> String.valueOf(job.content().get("runs-on")).matches("ubuntu-[0-9.]+")
                                && job.content().get("timeout-minutes") instanceof Integer)),
                new Rule("waits for jobs that there are", workflow -> workflow.jobs().stream()
                        .allMatch(job -> workflow.jobs().stream().map(Workflow.Job::name).toList()
                                .containsAll(job.needs()))),
                new Rule("makes what the Makefile has", workflow -> workflow.commands().stream()
                        .flatMap(command -> MAKE.matcher(command).results())
                        .flatMap(found -> Stream.of(found.group(1).split(" "))).allMatch(verbs::contains)),
                new Rule("runs scripts that there are", workflow -> workflow.commands().stream()
                        .flatMap(command -> SCRIPT.matcher(command).results())
                        .allMatch(found -> Files.isExecutable(Path.of(found.group(1))))),
                new Rule("runs tools that there are", workflow -> workflow.commands().stream()
                        .flatMap(command -> TOOL.matcher(command).results())
                        .allMatch(found -> tools.contains(found.group(1)))),
                new Rule("runs no words of strangers", workflow -> workflow.commands().stream()
                        .flatMap(String::lines).noneMatch(line -> OF_STRANGERS.matcher(line).find())));
    }

    private static Set<String> written(Workflow.Job job) {
        Set<String> written = new LinkedHashSet<>();
        Workflow.rights(job.content().get("permissions")).forEach((right, degree) -> {
            if (!List.of("read", "none").contains(degree)) {
                written.add(right);
            }
        });
        return written;
    }
}
