package io.focusgen.spec;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A request with a name: it stands for plain parameters, each of which a request may give otherwise. */
public enum Scenario {
    /** A mid-size shop in three clouds over the last three closed months: what is asked for where nothing is. */
    SAMPLECO("sampleco", 3, "provider", "aws,azure,gcp", "months", "3", "rows", "10000", "granularity", "daily",
            "profile", "large-business", "distribution", "balanced", "budget",
            "aws:~184300,azure:~76250,gcp:~41900", "organisation", "sampleco", "seed",
            "2026");

    private final String label;
    private final int months;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    Scenario(String label, int months, String... namesAndValues) {
        this.label = label;
        this.months = months;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** The parameters that it stands for, by documented name; its first month depends on the clock and is not among them. */
    public Map<String, List<String>> parameters() {
        return Map.copyOf(parameters);
    }

    /** Its first month: its months end with the last closed one. */
    YearMonth firstMonth(YearMonth lastClosed) {
        return lastClosed.minusMonths(months - 1L);
    }

    public static Optional<Scenario> byLabel(String label) {
        return Stream.of(values()).filter(scenario -> scenario.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Scenario::label).toList();
    }
}
