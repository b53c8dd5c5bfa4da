package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels that {@code docs/metrics.md} gives the metrics of the service.
 *
 * @param byMetric the labels of each with the values that they may have; none where these are not listed
 */
record KnownLabels(Map<String, Map<String, Set<String>>> byMetric) {

    /** Prometheus has them of every series that it scrapes, and histograms have {@code le}. */
    private static final Set<String> OF_ALL = Set.of("job", "namespace", "instance", "le");

    private static final Pattern ROW = Pattern
            .compile("(?m)^\\| `([a-z0-9A-Z_]+)` \\| (?:counter|gauge|summary|histogram) \\| ([^|]*)\\|");
    private static final Pattern LABEL = Pattern.compile("`([a-zA-Z_]+)`(?:=([^ ]+))?");
    private static final Pattern WORDS = Pattern.compile("[a-zA-Z0-9_-]+(\\|[a-zA-Z0-9_-]+)*");

    /** As the page says. */
    static KnownLabels documented() throws IOException {
        return of(Files.readString(Path.of("docs/metrics.md")));
    }

    static KnownLabels of(String page) {
        Map<String, Map<String, Set<String>>> byMetric = new HashMap<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            Map<String, Set<String>> labels = new HashMap<>();
            LABEL.matcher(row.group(2)).results().forEach(label -> labels.put(label.group(1),
                    label.group(2) == null ? Set.of() : Set.of(label.group(2).split(","))));
            for (String part : KnownMetrics.PARTS) {
                byMetric.put(row.group(1) + part, labels);
            }
        }
        return new KnownLabels(byMetric);
    }

    /** A few words for each label or value that the metric does not have; nothing about metrics that the page has not. */
    List<String> problems(PromQl.Selector selector) {
        List<String> problems = new ArrayList<>();
        Map<String, Set<String>> labels = byMetric.get(selector.metric());
        if (labels == null) {
            return problems;
        }
        selector.matchers().forEach((label, matcher) -> {
            if (!OF_ALL.contains(label) && !labels.containsKey(label)) {
                problems.add(selector.metric() + " by " + label + ", which it does not have");
            }
            Set<String> values = labels.getOrDefault(label, Set.of());
            if (!values.isEmpty()) {
                wanted(matcher).stream()
                        .filter(wanted -> values.stream().noneMatch(value -> value.matches(wanted)))
                        .forEach(wanted -> problems
                                .add(selector.metric() + " with " + label + " " + wanted + ", which it never is"));
            }
        });
        return problems;
    }

    /** What the values have to match: each alternative by itself. */
    private static List<String> wanted(String matcher) {
        boolean regex = matcher.startsWith("=~") || matcher.startsWith("!~");
        String value = matcher.substring(regex || matcher.startsWith("!") ? 2 : 1);
        if (!regex) {
            return List.of(Pattern.quote(value));
        }
        return WORDS.matcher(value).matches() ? List.of(value.split("\\|")) : List.of(value);
    }
}
