package io.focusgen.spec;

import java.util.List;
import java.util.stream.Stream;

/** What a preview is asked beside the parameters of its data set. */
public enum PreviewParameter implements OwnParameter {
    OFFSET("offset", ValueType.of("whole number", "a whole number from 0 to " + Long.MAX_VALUE), "0", "2000",
            "Rows of the data set before the first that is shown."),
    LIMIT("limit", ValueType.of("whole number", "a whole number from 0 to " + PreviewSpec.MOST_ROWS), "100", "20",
            "How many rows are shown, where there are as many."),
    SUMMARIES("summaries", ValueType.choice(List.of("true", "false")), "true", "false",
            "Whether the whole data set is summed up. Takes as long as it has charges, so that a very large one is refused.");

    private final Line line;

    PreviewParameter(String label, ValueType type, String defaultValue, String example, String help) {
        line = new Line(label, type, defaultValue, example, help);
    }

    @Override
    public Line line() {
        return line;
    }

    /** All names, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(PreviewParameter::label).toList();
    }
}
