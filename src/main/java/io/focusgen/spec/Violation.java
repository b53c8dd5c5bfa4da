package io.focusgen.spec;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param field the parameter as documented, e.g. {@code rows}
 * @param value what was given, shortened to 100 characters; null where nothing was
 * @param message a sentence saying what is allowed
 * @param nearest the nearest valid spelling, or null
 */
public record Violation(String field, @Nullable String value, String message, @Nullable String nearest) {
}
