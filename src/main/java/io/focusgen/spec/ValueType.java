package io.focusgen.spec;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a parameter's value is.
 *
 * @param word one word or two for a table, e.g. {@code whole number}
 * @param allowed what is allowed, in words that complete "Must be …"
 * @param choices the labels of a closed set, in order; empty for any other type
 */
public record ValueType(String word, String allowed, List<String> choices) {

    public ValueType {
        choices = List.copyOf(choices);
    }

    static ValueType of(String word, String allowed) {
        return new ValueType(word, allowed, List.of());
    }

    static <E> ValueType choice(Function<E, String> label, List<E> values) {
        return choice(values.stream().map(label).toList());
    }

    /** One of {@code labels}. */
    public static ValueType choice(List<String> labels) {
        String allowed = labels.size() == 1 ? labels.get(0) : "one of " + String.join(", ", labels);
        return new ValueType("choice", allowed, labels);
    }

    /** Some of {@code labels}, each once. */
    static ValueType listOf(List<String> labels) {
        return new ValueType("list",
                "one or more of " + String.join(", ", labels) + ", each once, separated by commas or repeated", labels);
    }

    /** The same choices and one more label, last. */
    ValueType or(String label) {
        return choice(Stream.concat(choices.stream(), Stream.of(label)).toList());
    }
}
