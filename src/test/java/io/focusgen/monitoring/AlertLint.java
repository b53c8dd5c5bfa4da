package io.focusgen.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with rules and their cases.
 *
 * @param rules all of them
 * @param cases for promtool
 * @param metrics the names there are
 * @param labels and what those of the service are told apart by
 * @param runbook the page with a section for each alert
 */
record AlertLint(List<Rule> rules, List<RuleCase> cases, Set<String> metrics, KnownLabels labels, String runbook) {

    private static final Set<String> SEVERITIES = Set.of("page", "ticket");
    private static final String PAGE = "docs/runbook.md#";

    /** A sentence for each problem. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                problems.add(rule.name() + " is there twice");
            }
            expression(rule, problems);
            if (rule.alert()) {
                annotations(rule, problems);
                cases(rule, problems);
            } else if (cases.stream().flatMap(one -> one.asked().stream())
                    .noneMatch(asked -> asks(asked, rule.name()))) {
                problems.add(rule.name() + " is recorded and no case checks its figure");
            }
        }
        return problems;
    }

    private void expression(Rule rule, List<String> problems) {
        try {
            for (PromQl.Selector selector : PromQl.selectors(rule.expression())) {
                if (!metrics.contains(selector.metric())) {
                    problems.add(rule.name() + " reads " + selector.metric() + ", which no page or rule knows");
                }
                labels.problems(selector).forEach(problem -> problems.add(rule.name() + " reads " + problem));
                if (isOfAnyProgram(selector.metric()) && !selector.matchers().containsKey("job")) {
                    problems.add(rule.name() + " reads " + selector.metric() + " of all programs: say which job");
                }
            }
        } catch (IllegalArgumentException wrong) {
            problems.add(rule.name() + ": " + wrong.getMessage());
        }
    }

    /** Whether others than this service have a metric of that name. */
    private static boolean isOfAnyProgram(String metric) {
        // What has a colon is recorded here, for a job each.
        return !metric.contains("focus_") && !metric.contains(":") && !metric.startsWith("kube_")
                && !metric.startsWith("container_");
    }

    private void annotations(Rule rule, List<String> problems) {
        for (String needed : List.of("summary", "description", "runbook_url")) {
            if (rule.annotations().getOrDefault(needed, "").isBlank()) {
                problems.add(rule.name() + " has no " + needed);
            }
        }
        if (!SEVERITIES.contains(rule.labels().getOrDefault("severity", ""))) {
            problems.add(rule.name() + " has none of the severities page and ticket");
        }
        String section = section(rule.name());
        if (!rule.annotations().getOrDefault("runbook_url", "").equals(PAGE + rule.name().toLowerCase(Locale.ROOT))) {
            problems.add(rule.name() + " leads elsewhere than to its section of the runbook");
        }
        for (String part : List.of("**Means:** ", "**Look at:** ", "**Do:** ")) {
            if (!section.contains(part)) {
                problems.add(rule.name() + ": its section of the runbook has no " + part.strip());
            }
        }
    }

    private String section(String name) {
        int start = runbook.indexOf("\n## " + name + "\n");
        int end = start < 0 ? -1 : runbook.indexOf("\n## ", start + 1);
        return start < 0 ? "" : runbook.substring(start, end < 0 ? runbook.length() : end);
    }

    private void cases(Rule rule, List<String> problems) {
        Set<String> read = sources(rule.expression(), new HashSet<>());
        // A case that feeds nothing the alert reads is silent whatever the alert says, and so is one that leaves out a part of
        // what makes it fire: it has to be the figures that keep it silent.
        if (fed(read, RuleCase::firing, rule).allMatch(Set::isEmpty)) {
            problems.add(rule.name() + " has no case in which it fires with series that it reads");
        }
        Optional<Set<String>> least = fed(read, RuleCase::firing, rule)
                .min(Comparator.comparingInt(Set::size));
        if (fed(read, RuleCase::silent, rule).noneMatch(fed -> !fed.isEmpty()
                && least.map(fed::containsAll).orElse(true))) {
            problems.add(rule.name() + " has no case in which it stays silent with series that it reads");
        }
    }

    /** What the cases of an alert feed of that which it reads. */
    private Stream<Set<String>> fed(Set<String> read, Function<RuleCase, Set<String>> alerts, Rule rule) {
        return cases.stream().filter(one -> alerts.apply(one).contains(rule.name()))
                .map(one -> one.series().stream().filter(read::contains).collect(Collectors.toSet()));
    }

    /** The metrics of programs that an expression reads, through what is recorded. */
    private Set<String> sources(String expression, Set<String> sources) {
        Map<String, String> recorded = rules.stream().filter(rule -> !rule.alert())
                .collect(Collectors.toMap(Rule::name, Rule::expression, (first, second) -> first));
        for (PromQl.Selector selector : read(expression)) {
            if (sources.add(selector.metric()) && recorded.containsKey(selector.metric())) {
                sources(recorded.get(selector.metric()), sources);
            }
        }
        return sources;
    }

    private static List<PromQl.Selector> read(String expression) {
        try {
            return PromQl.selectors(expression);
        } catch (IllegalArgumentException reportedBefore) {
            return List.of();
        }
    }

    private static boolean asks(String expression, String metric) {
        return read(expression).stream().anyMatch(selector -> selector.metric().equals(metric));
    }
}
