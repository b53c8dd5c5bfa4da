package io.focusgen.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of {@code docs/metrics.md}, and how it is held against an answer of {@code /q/metrics}.
 *
 * @param rows by name
 */
record MetricsTable(Map<String, Row> rows) {

    private static final Pattern ROW = Pattern
            .compile("\\| `([a-zA-Z0-9_]+)` \\| (counter|gauge|summary|histogram) \\| ([^|]*)\\|");
    private static final Pattern LABEL = Pattern.compile("`([a-zA-Z_]+)`(?:=([^ ]+))?");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([^ ]+) ([a-z]+)");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z0-9_]+)(?:\\{(.*)\\})? [^ ]+");
    private static final Pattern TAG = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What belongs to a summary or histogram and is not a label of it. */
    private static final Set<String> WITHIN = Set.of("le", "quantile");

    /** A line of a table. @param labels with the values that they may have; none where that is not listed */
    record Row(String type, Map<String, Set<String>> labels) {
    }

    /** @param section 1: ours, 2: of what the service stands on, 3: of what is called */
    static MetricsTable ofSection(int section) throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        Matcher found = ROW.matcher(Files.readString(Path.of("docs/metrics.md")).split("\n## ")[section]);
        while (found.find()) {
            Map<String, Set<String>> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(found.group(3));
            while (label.find()) {
                labels.put(label.group(1), label.group(2) == null ? Set.of() : Set.of(label.group(2).split(",")));
            }
            rows.put(found.group(1), new Row(found.group(2), labels));
        }
        return new MetricsTable(rows);
    }

    /** The types of an answer by name. */
    static Map<String, String> types(String answer) {
        Map<String, String> types = new TreeMap<>();
        TYPE.matcher(answer).results().forEach(found -> types.putIfAbsent(found.group(1), found.group(2)));
        return types;
    }

    /** The name in the table of a name in an answer. */
    String family(String name) {
        for (String ending : List.of("_max", "_count", "_sum", "_bucket")) {
            String shorter = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
            Row row = rows.get(shorter);
            if (row != null && Set.of("summary", "histogram").contains(row.type)) {
                return shorter;
            }
        }
        return name;
    }

    /** What an answer does not have, or of another type. */
    List<String> missing(String answer) {
        Map<String, String> types = types(answer);
        List<String> missing = new ArrayList<>();
        rows.forEach((name, row) -> {
            if (!row.type.equals(types.get(name))) {
                missing.add(name + ", a " + row.type + ", is " + types.get(name));
            }
        });
        return missing;
    }

    /**
     * The series of an answer whose labels are others than those of the table.
     *
     * @param all whether each has to have all labels: of what others bring, some are missing where they would say nothing
     */
    List<String> mislabelled(String answer, boolean all) {
        List<String> wrong = new ArrayList<>();
        answer.lines().filter(line -> !line.startsWith("#")).map(SERIES::matcher).filter(Matcher::matches)
                .forEach(series -> {
                    Row row = rows.get(family(series.group(1)));
                    if (row != null && !fits(row.labels, tags(series.group(2)), all)) {
                        wrong.add(series.group());
                    }
                });
        return wrong;
    }

    private static Map<String, String> tags(String labels) {
        Map<String, String> tags = new TreeMap<>();
        TAG.matcher(String.valueOf(labels)).results().filter(tag -> !WITHIN.contains(tag.group(1)))
                .forEach(tag -> tags.put(tag.group(1), tag.group(2)));
        return tags;
    }

    private static boolean fits(Map<String, Set<String>> labels, Map<String, String> tags, boolean all) {
        return (all ? tags.keySet().equals(labels.keySet()) : labels.keySet().containsAll(tags.keySet()))
                && tags.entrySet().stream().allMatch(tag -> labels.get(tag.getKey()).isEmpty()
                        || labels.get(tag.getKey()).contains(tag.getValue()));
    }
}
