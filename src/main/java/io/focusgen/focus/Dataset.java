package io.focusgen.focus;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The FOCUS data sets that can be asked for. */
public enum Dataset {
    COST_AND_USAGE("cost-and-usage");

    private final String label;

    Dataset(String label) {
        this.label = label;
    }

    /** As in paths and on the command line. */
    public String label() {
        return label;
    }

    public static Optional<Dataset> byLabel(String label) {
        return Stream.of(values()).filter(dataset -> dataset.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(Dataset::label).toList();
    }
}
