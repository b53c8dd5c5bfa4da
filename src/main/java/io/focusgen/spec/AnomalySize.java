package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much an anomaly costs before tax, as a part of a month's budget, of which each has its own. */
public enum AnomalySize {
    SMALL("small", 1.5, 3),
    MEDIUM("medium", 4, 7),
    LARGE("large", 12, 18);

    private static final int WHOLE = 100;

    private final String label;
    private final double least;
    private final double most;

    AnomalySize(String label, double least, double most) {
        this.label = label;
        this.least = least;
        this.most = most;
    }

    /** As in requests. */
    public String label() {
        return label;
    }

    /** A part of a month's budget within the bounds of this size. @param unit where between them, 0 to 1 */
    public double part(double unit) {
        return (least + (most - least) * unit) / WHOLE;
    }

    static Optional<AnomalySize> byLabel(String label) {
        return Stream.of(values()).filter(size -> size.label.equals(label)).findFirst();
    }

    /** All labels, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(AnomalySize::label).toList();
    }
}
