package io.focusgen.http.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.focusgen.http.problem.Failure;
import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.Violation;

/**
 * A query string as parameters. What is wrongly encoded is kept as it stands or becomes U+FFFD, which no parameter allows: so
 * it is refused together with everything else that is wrong, under the name it belongs to.
 */
public final class Query {

    /** The longest query string that is read. */
    public static final int MOST_CHARACTERS = Bounds.QUERY_CHARACTERS;

    private Query() {
    }

    /**
     * What a query string gives.
     *
     * @param query without the question mark; null where there is none
     * @throws ProblemException where it is too long
     */
    public static Given parse(@Nullable String query) {
        if (query == null) {
            return new Given(Map.of(), List.of());
        }
        if (query.length() > Bounds.QUERY_CHARACTERS) {
            throw new ProblemException(new Failure.Unreadable(ProblemType.URI_TOO_LONG, "The query string has "
                    + query.length() + " characters; at most " + Bounds.QUERY_CHARACTERS + " are read.", null, false));
        }
        return new Given(parameters(query), List.of());
    }

    /**
     * Refuses all that the query string of a path gives that takes no parameters.
     *
     * @param query without the question mark; null where there is none
     */
    public static void refuse(@Nullable String query) {
        List<Violation> violations = new ArrayList<>();
        parse(query).values().forEach((name, values) -> violations
                .add(new Violation(name, String.join(", ", values), "This path takes no parameters.", null)));
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }

    private static Map<String, List<String>> parameters(String text) {
        String[] pairs = text.split("&");
        if (pairs.length > Bounds.PARAMETERS) {
            throw new RefusedException(List.of(new Violation("query", pairs.length + " parameters",
                    "At most " + Bounds.PARAMETERS + " parameters.", null)));
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
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
