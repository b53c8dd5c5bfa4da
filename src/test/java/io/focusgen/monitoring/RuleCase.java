package io.focusgen.monitoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A case for promtool.
 *
 * @param name what happens in it
 * @param series the metrics that it feeds in
 * @param firing the alerts that must fire
 * @param silent the alerts that must not
 * @param asked the expressions whose figure is checked
 */
record RuleCase(String name, Set<String> series, Set<String> firing, Set<String> silent, List<String> asked) {

    static final Path FOLDER = Rule.FOLDER.resolve("tests");

    static List<RuleCase> all() throws IOException {
        List<RuleCase> cases = new ArrayList<>();
        for (Path file : MonitoringFiles.in(FOLDER, "-test.yaml")) {
            for (Map<?, ?> test : maps(MonitoringFiles.yaml(file), "tests")) {
                cases.add(of(test));
            }
        }
        return cases;
    }

    private static RuleCase of(Map<?, ?> test) {
        Set<String> series = maps(test, "input_series").stream()
                .map(one -> PromQl.selectors(String.valueOf(one.get("series"))).get(0).metric())
                .collect(Collectors.toSet());
        return new RuleCase(String.valueOf(test.get("name")), series, alerts(test, true), alerts(test, false),
                maps(test, "promql_expr_test").stream().map(one -> String.valueOf(one.get("expr"))).toList());
    }

    private static Set<String> alerts(Map<?, ?> test, boolean fires) {
        return maps(test, "alert_rule_test").stream()
                .filter(one -> maps(one, "exp_alerts").isEmpty() != fires)
                .map(one -> String.valueOf(one.get("alertname"))).collect(Collectors.toSet());
    }

    private static List<Map<?, ?>> maps(Map<?, ?> parent, String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (parent.get(name) instanceof List<?> list) {
            list.forEach(one -> maps.add((Map<?, ?>) one));
        }
        return maps;
    }
}
