package io.focusgen.bundle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the rows of a request are dealt out to files. */
public enum Layout {
    MONTHLY("monthly", "A file for each provider and month."),
    SINGLE("single", "One file, as it is streamed."),
    HIVE("hive", "A file for each provider and month, in a folder for each month:"
            + " cost-and-usage/billing_period=2026-01.");

    private final String label;
    private final String help;

    Layout(String label, String help) {
        this.label = label;
        this.help = help;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** One sentence. */
    public String help() {
        return help;
    }

    /** The layout of this label, as it is spelt in a canonical request. */
    public static Optional<Layout> byLabel(String label) {
        return Stream.of(values()).filter(layout -> layout.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Layout::label).toList();
    }
}
