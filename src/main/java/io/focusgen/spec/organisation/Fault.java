package io.focusgen.spec.organisation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a document.
 *
 * @param line where, from 1
 * @param column where, from 1
 * @param value what stands there, as given; null where something is missing
 * @param message a sentence saying what is allowed
 * @param choices what it may have been meant to be; empty where that is not a closed set
 */
public record Fault(int line, int column, @Nullable String value, String message, List<String> choices) {

    public Fault {
        choices = List.copyOf(choices);
    }
}
