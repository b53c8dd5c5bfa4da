package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A rule of Prometheus.
 *
 * @param name of the alert, or of what is recorded
 * @param alert whether it is an alert
 * @param expression what is asked
 * @param labels what it adds
 * @param annotations what it says
 */
record Rule(String name, boolean alert, String expression, Map<String, String> labels,
        Map<String, String> annotations) {

    static final Path FOLDER = MonitoringFiles.FOLDER.resolve("prometheus");

    /** The rules of all files, in their order. */
    static List<Rule> all() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (Path file : MonitoringFiles.in(FOLDER, "-rules.yaml")) {
            for (Object group : list(MonitoringFiles.yaml(file), "groups")) {
                for (Object rule : list(group, "rules")) {
                    rules.add(of((Map<?, ?>) rule));
                }
            }
        }
        return rules;
    }

    private static Rule of(Map<?, ?> rule) {
        boolean alert = rule.containsKey("alert");
        return new Rule(String.valueOf(rule.get(alert ? "alert" : "record")), alert, String.valueOf(rule.get("expr")),
                texts(rule.get("labels")), texts(rule.get("annotations")));
    }

    private static Map<String, String> texts(@Nullable Object map) {
        return map instanceof Map<?, ?> texts ? MonitoringFiles.texts(texts) : Map.of();
    }

    private static List<?> list(Object parent, String name) {
        return (List<?>) Objects.requireNonNull(((Map<?, ?>) parent).get(name), name);
    }
}
