package io.focusgen.spec;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request with a name: it stands for plain parameters, each of which a request may give otherwise. What it says of times is
 * counted from its first month, which a request may move.
 */
public enum Scenario {
    /** What is asked for where nothing is. */
    SAMPLECO("sampleco", "A mid-size shop in three clouds over the last three closed months.",
            last -> last.minusMonths(2), "provider", "aws,azure,gcp", "months", "3", "rows", "10000", "granularity",
            "daily", "profile", "large-business", "distribution", "balanced", "budget",
            "aws:~184300,azure:~76250,gcp:~41900", "organisation", "sampleco", "seed", "2026"),
    /** Show-back that keys on team tags or accounts must survive it. */
    REORG("reorg",
            "Sampleco merges teams, renames tags and moves accounts at the start of its third month; cost is what"
                    + " it was.",
            last -> last.minusMonths(2), "provider", "aws,azure,gcp", "months", "3", "rows", "10000",
            "granularity", "daily", "profile", "large-business", "distribution", "balanced", "budget",
            "aws:~184300,azure:~76250,gcp:~41900", "organisation", "sampleco", "reorganisation", "{+2}", "seed",
            "2026");

    /** Stands for the month so many after the first. */
    private static final Pattern MONTH = Pattern.compile("\\{\\+([0-9]+)}");

    private final String label;
    private final String help;
    private final UnaryOperator<YearMonth> first;
    private final Map<String, String> templates = new LinkedHashMap<>();

    Scenario(String label, String help, UnaryOperator<YearMonth> first, String... namesAndValues) {
        this.label = label;
        this.help = help;
        this.first = first;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            templates.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** One sentence. */
    public String help() {
        return help;
    }

    /** The parameters that it stands for when it begins with this month, by documented name; the month is not among them. */
    public Map<String, List<String>> parameters(YearMonth month) {
        Map<String, List<String>> parameters = new TreeMap<>();
        templates.forEach((name, text) -> parameters.put(name, List.of(MONTH.matcher(text)
                .replaceAll(found -> month.plusMonths(Long.parseLong(found.group(1))).toString()))));
        return parameters;
    }

    /** Its first month where a request gives none. */
    public YearMonth firstMonth(YearMonth lastClosed) {
        return first.apply(lastClosed);
    }

    public static Optional<Scenario> byLabel(String label) {
        return Stream.of(values()).filter(scenario -> scenario.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Scenario::label).toList();
    }
}
