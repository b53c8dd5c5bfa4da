package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much an anomaly costs before tax, as a part of a month's budget: about, because machines come whole. */
public enum AnomalySize {
    SMALL("small", 2),
    MEDIUM("medium", 5),
    LARGE("large", 15);

    private final String label;
    private final int percent;

    AnomalySize(String label, int percent) {
        this.label = label;
        this.percent = percent;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** Of a month's budget. */
    public int percent() {
        return percent;
    }

    static Optional<AnomalySize> byLabel(String label) {
        return Stream.of(values()).filter(size -> size.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(AnomalySize::label).toList();
    }
}
