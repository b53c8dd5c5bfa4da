package io.focusgen.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * A query string as parameters. What is wrongly encoded is kept as it stands or becomes U+FFFD, which no parameter allows: so
 * it is refused together with everything else that is wrong, under the name it belongs to.
 */
final class Query {

    /** Twice the longest sensible query, which names every column. */
    static final int MOST_CHARACTERS = 8 * 1024;

    /** A column each and a few more. */
    static final int MOST_PARAMETERS = 60;

    private Query() {
    }

    /**
     * Values by name, both in the order given.
     *
     * @param query without the question mark; null where there is none
     */
    static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        if (query.length() > MOST_CHARACTERS) {
            throw new ProblemException(ProblemType.URI_TOO_LONG, "The query string has " + query.length()
                    + " characters; at most " + MOST_CHARACTERS + " are read.", null, null);
        }
        String[] pairs = query.split("&");
        if (pairs.length > MOST_PARAMETERS) {
            throw new RefusedException(List.of(new Violation("query", pairs.length + " parameters",
                    "At most " + MOST_PARAMETERS + " parameters.", null)));
        }
        for (String pair : pairs) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
