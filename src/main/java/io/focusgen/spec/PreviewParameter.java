package io.focusgen.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a preview is asked beside the parameters of its data set. */
public enum PreviewParameter implements Documented {
    OFFSET("offset", ValueType.of("whole number", "a whole number from 0 to " + Long.MAX_VALUE), "0", "2000",
            "Rows of the data set before the first that is shown."),
    LIMIT("limit", ValueType.of("whole number", "a whole number from 0 to " + PreviewSpec.MOST_ROWS), "100", "20",
            "How many rows are shown, where there are as many."),
    SUMMARIES("summaries", ValueType.choice(List.of("true", "false")), "true", "false",
            "Whether the whole data set is summed up. Takes as long as it has charges, so that a very large one is refused.");

    private final String label;
    private final ValueType type;
    private final String defaultValue;
    private final String example;
    private final String help;

    PreviewParameter(String label, ValueType type, String defaultValue, String example, String help) {
        this.label = label;
        this.type = type;
        this.defaultValue = defaultValue;
        this.example = example;
        this.help = help;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public ValueType type() {
        return type;
    }

    @Override
    public String defaultValue() {
        return defaultValue;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public String help() {
        return help;
    }

    @Override
    public List<String> otherNames() {
        return List.of();
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    /** The parameter with this name, whatever its case and separators. */
    public static Optional<PreviewParameter> byName(String name) {
        String plain = Spelling.plain(name);
        return Stream.of(values()).filter(parameter -> Spelling.plain(parameter.label).equals(plain)).findFirst();
    }

    /** All names, in order. */
    public static List<String> labels() {
        return Stream.of(values()).map(PreviewParameter::label).toList();
    }
}
