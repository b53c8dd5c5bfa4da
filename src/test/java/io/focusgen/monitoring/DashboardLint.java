package io.focusgen.monitoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What is wrong with a dashboard: the rules of grafana/dashboard-linter that make sense here, and that it shows what there is. */
final class DashboardLint {

    private static final int COLUMNS = 24;
    private static final String SOURCE = "${datasource}";
    private static final Pattern WINDOW = Pattern.compile("\\[([^]]*)]");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]+)");
    private static final Set<String> VARIABLES = Set.of("datasource", "namespace", "job", "instance",
            "__rate_interval");

    /** What each variable that Prometheus is asked for may depend on: those that are chosen before it. */
    private static final Map<String, Map<String, String>> CHOSEN_BEFORE = Map.of("namespace", Map.of(),
            "job", Map.of("namespace", "=~$namespace"),
            "instance", Map.of("job", "=$job", "namespace", "=~$namespace"));
    private static final Pattern VALUES = Pattern.compile("label_values\\((.+), ([a-z]+)\\)");

    private final Dashboard dashboard;
    private final Set<String> metrics;
    private final KnownLabels labels;
    private final List<String> problems = new ArrayList<>();

    private DashboardLint(Dashboard dashboard, Set<String> metrics, KnownLabels labels) {
        this.dashboard = dashboard;
        this.metrics = metrics;
        this.labels = labels;
    }

    /**
     * A sentence for each problem.
     *
     * @param metrics the names there are
     * @param labels and what those of the service are told apart by
     */
    static List<String> problems(Dashboard dashboard, Set<String> metrics, KnownLabels labels) {
        DashboardLint lint = new DashboardLint(dashboard, metrics, labels);
        lint.head();
        lint.variables();
        lint.annotations();
        lint.places();
        dashboard.panels().forEach(lint::panel);
        return lint.problems;
    }

    private void head() {
        JsonNode json = dashboard.json();
        check(json.path("id").isNull(), "has an id of its own: null lets Grafana give one");
        check(json.path("editable").isBoolean() && !json.path("editable").asBoolean(),
                "is editable: the file is the dashboard");
        for (String text : List.of("uid", "title", "description", "refresh")) {
            check(!json.path(text).asText().isBlank(), "has no " + text);
        }
        check(json.path("schemaVersion").asInt() > 0, "has no schemaVersion");
        check(json.path("links").findValuesAsText("type").contains("dashboards"),
                "has no link to the other dashboards");
        check(json.path("tags").toString().contains("\"focus-generator\""),
                "has no tag focus-generator, by which others find it");
        check(!dashboard.panels().isEmpty(), "has no panels");
    }

    private void variables() {
        JsonNode list = dashboard.json().path("templating").path("list");
        check(list.findValuesAsText("name").equals(List.of("datasource", "namespace", "job", "instance")),
                "has other variables than datasource, namespace, job, instance");
        for (JsonNode variable : list) {
            String name = variable.path("name").asText();
            String type = name.equals("datasource") ? "datasource" : "query";
            check(variable.path("type").asText().equals(type), "variable " + name + " is no " + type);
            check(!variable.path("label").asText().isBlank(), "variable " + name + " has no label");
            check(type.equals("datasource")
                    ? variable.path("query").asText().equals("prometheus")
                    : variable.path("datasource").path("uid").asText().equals(SOURCE),
                    "variable " + name + " asks another data source than a Prometheus that can be chosen");
            if (type.equals("query")) {
                values(name, variable.path("query").path("query").asText());
                check(variable.path("definition").equals(variable.path("query").path("query")),
                        "variable " + name + " shows another question than it asks");
            }
        }
        for (int at : new int[]{1, 3}) {
            check(list.path(at).path("multi").asBoolean() && list.path(at).path("includeAll").asBoolean(),
                    "variable " + list.path(at).path("name").asText() + " does not take several, and all");
        }
        check(list.path(1).path("allValue").asText().equals(".*"),
                "variable namespace has to match what has no namespace, too: .*");
    }

    /** A question that finds nothing leaves all panels empty. */
    private void values(String name, String question) {
        Matcher asked = VALUES.matcher(question);
        if (!asked.matches() || !asked.group(2).equals(name)) {
            problem("variable " + name + " does not ask for the values of the label " + name + ": " + question);
            return;
        }
        try {
            List<PromQl.Selector> selectors = PromQl.selectors(asked.group(1));
            check(selectors.size() == 1 && metrics.contains(selectors.get(0).metric()),
                    "variable " + name + " reads " + asked.group(1) + ", which no page or rule knows");
            check(selectors.size() == 1 && selectors.get(0).matchers().equals(CHOSEN_BEFORE.get(name)),
                    "variable " + name + " does not follow what is chosen before it: " + asked.group(1));
        } catch (IllegalArgumentException wrong) {
            problem("variable " + name + ": " + wrong.getMessage());
        }
    }

    private void annotations() {
        for (JsonNode annotation : dashboard.json().path("annotations").path("list")) {
            String name = "annotation " + annotation.path("name").asText();
            check(annotation.path("datasource").path("uid").asText().equals(SOURCE),
                    name + " asks another data source than the chosen one");
            // It marks moments, whatever the zoom.
            expression(name, "stat", annotation.path("expr").asText());
        }
    }

    private void places() {
        Set<Integer> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        boolean[][] taken = new boolean[2000][COLUMNS];
        for (JsonNode panel : dashboard.json().path("panels")) {
            String title = panel.path("title").asText();
            check(ids.add(panel.path("id").asInt()), title + " has the id of another panel");
            check(panel.path("type").asText().equals("row") || titles.add(title), title + " is there twice");
            JsonNode place = panel.path("gridPos");
            int right = place.path("x").asInt() + place.path("w").asInt();
            if (place.path("w").asInt() < 1 || place.path("h").asInt() < 1 || right > COLUMNS) {
                problem(title + " has no place within " + COLUMNS + " columns");
                continue;
            }
            boolean free = true;
            for (int y = place.path("y").asInt(); y < place.path("y").asInt() + place.path("h").asInt(); y++) {
                for (int x = place.path("x").asInt(); x < right; x++) {
                    free &= !taken[y][x];
                    taken[y][x] = true;
                }
            }
            check(free, title + " lies over another panel");
        }
    }

    private void panel(JsonNode panel) {
        String title = panel.path("title").asText();
        check(!title.isBlank(), "panel " + panel.path("id") + " has no title");
        check(!panel.path("description").asText().isBlank(), title + " has no description");
        check(panel.path("datasource").path("uid").asText().equals(SOURCE),
                title + " asks another data source than the chosen one");
        check(!panel.path("fieldConfig").path("defaults").path("unit").asText().isBlank(), title + " has no unit");
        check(panel.path("targets").size() > 0, title + " asks nothing");
        Set<String> references = new HashSet<>();
        for (JsonNode target : panel.path("targets")) {
            check(references.add(target.path("refId").asText()), title + " has two questions of one refId");
            check(target.path("datasource").path("uid").asText().equals(SOURCE),
                    title + " asks another data source than the chosen one");
            check(!target.path("legendFormat").asText().isBlank(), title + " has no legend");
            expression(title, panel.path("type").asText(), target.path("expr").asText());
        }
    }

    private void expression(String title, String type, String expression) {
        Matcher windows = WINDOW.matcher(expression);
        while (windows.find()) {
            // One figure may be about an hour, as its description says; a line has to follow the zoom.
            check(windows.group(1).equals("$__rate_interval") || type.equals("stat"),
                    title + " looks at [" + windows.group(1) + "], not at [$__rate_interval]");
        }
        Matcher variables = VARIABLE.matcher(expression);
        while (variables.find()) {
            check(VARIABLES.contains(variables.group(1)), title + " uses the unknown variable " + variables.group(1));
        }
        try {
            PromQl.selectors(expression.replace("$__rate_interval", "5m"))
                    .forEach(selector -> selected(title, selector));
        } catch (IllegalArgumentException wrong) {
            problem(title + ": " + wrong.getMessage());
        }
    }

    private void selected(String title, PromQl.Selector selector) {
        String metric = selector.metric();
        Map<String, String> matchers = selector.matchers();
        if (metric.equals("ALERTS")) {
            // Those that Kubernetes tells of have no job, and a service that nobody finds has no namespace.
            check("=~$job|".equals(matchers.get("job")) && "=~$namespace|".equals(matchers.get("namespace")),
                    title + " shows ALERTS of other installations than the chosen one");
            return;
        }
        check(metrics.contains(metric), title + " shows " + metric + ", which no page or rule knows");
        labels.problems(selector).forEach(problem -> problem(title + " shows " + problem));
        check("=$job".equals(matchers.get("job")), title + " shows " + metric + " of all jobs");
        check("=~$namespace".equals(matchers.get("namespace")),
                title + " shows " + metric + " of other namespaces than the chosen ones");
        // What is recorded is about all replicas.
        check(metric.contains(":") || "=~$instance".equals(matchers.get("instance")),
                title + " shows " + metric + " of other instances than the chosen ones");
    }

    private void check(boolean right, String problem) {
        if (!right) {
            problem(problem);
        }
    }

    private void problem(String text) {
        problems.add(dashboard.name() + ": " + text);
    }
}
