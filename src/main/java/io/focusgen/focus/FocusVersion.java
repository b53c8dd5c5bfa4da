package io.focusgen.focus;

import java.util.stream.Stream;

/** The FOCUS versions that the internal charge can be written as, oldest first. */
public enum FocusVersion {
    V1_2("1.2"),
    V1_3("1.3"),
    V1_4("1.4");

    private final String label;

    FocusVersion(String label) {
        this.label = label;
    }

    /** As in the specification's title and in requests, e.g. {@code 1.2}. */
    public String label() {
        return label;
    }

    /** All labels, oldest first. */
    public static Stream<String> labels() {
        return Stream.of(values()).map(FocusVersion::label);
    }
}
