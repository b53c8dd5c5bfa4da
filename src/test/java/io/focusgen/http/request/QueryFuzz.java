package io.focusgen.http.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.focusgen.http.problem.ProblemException;
import io.focusgen.http.problem.ProblemType;
import io.focusgen.spec.RefusedException;
import io.focusgen.spec.SpecFuzz;

/** A text as a query string. */
public final class QueryFuzz {

    private QueryFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            Given given = Query.parse(text);
            SpecFuzz.require(given.values().size() <= Bounds.PARAMETERS, "few", text);
            String again = given.values().entrySet().stream().flatMap(parameter -> parameter.getValue().stream()
                    .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                    .collect(Collectors.joining("&"));
            if (again.length() <= Bounds.QUERY_CHARACTERS) {
                SpecFuzz.require(Query.parse(again).equals(given), "the same again", text);
            }
            SpecFuzz.require(given.violations().equals(List.of()), "without judgement", text);
        } catch (ProblemException unreadable) {
            SpecFuzz.require(unreadable.failure().type() == ProblemType.URI_TOO_LONG
                    && text.length() > Bounds.QUERY_CHARACTERS, "too long", text);
        } catch (RefusedException refused) {
            SpecFuzz.requireExplained(refused);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
