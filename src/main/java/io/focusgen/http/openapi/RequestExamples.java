package io.focusgen.http.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.focusgen.bundle.BundleParameter;
import io.focusgen.spec.Documented;
import io.focusgen.spec.Parameter;

/**
 * Requests worth trying.
 *
 * @param name for lists, in kebab case
 * @param summary one line
 * @param body the parameters as a JSON body has them
 */
record RequestExamples(String name, String summary, Map<String, Object> body) {

    /** For everything about a data set: small enough for what adds up all of it. */
    static List<RequestExamples> common() {
        return List.of(of("a-few-rows", "A hundred rows to look at", Parameter.ROWS, 100),
                of("a-million-rows", "A million rows of an hourly bill", Parameter.ROWS, "1e6", Parameter.SEED, 42),
                of("a-year", "A year of a startup that spends on machine learning, four columns only",
                        Parameter.PROFILE, "startup", Parameter.DISTRIBUTION, "ml-focused", Parameter.MONTH, "2025-01",
                        Parameter.MONTHS, 12, Parameter.COLUMNS,
                        List.of("BilledCost", "ChargePeriodStart", "ServiceName", "Tags")),
                of("a-budget", "A quarter with a budget and little commitment", Parameter.MONTH, "2026-01",
                        Parameter.MONTHS, 3, Parameter.BUDGET, 250_000, Parameter.COMMITMENT_COVERAGE, 0.3));
    }

    /** For rows. */
    static List<RequestExamples> ofRows() {
        return and(
                of("one-part-of-many", "The third of sixteen parts of a hundred million rows", Parameter.ROWS, "100M",
                        Parameter.SHARD, "3/16"));
    }

    /** For all files of a data set. */
    static List<RequestExamples> ofBundles() {
        return and(of("for-a-lake", "Parquet in folders by month", Parameter.PROVIDER, List.of("aws", "gcp"),
                Parameter.MONTH, "2026-01", Parameter.MONTHS, 3, Parameter.ROWS, "100k", BundleParameter.FORMAT,
                "parquet", BundleParameter.LAYOUT, "hive"),
                of("parts", "Four compressed parts of a month, each with its line of column names", Parameter.MONTH,
                        "2026-01", Parameter.ROWS, "1e6", BundleParameter.FORMAT, "csv.gz", BundleParameter.PARTS, 4));
    }

    private static List<RequestExamples> and(RequestExamples... more) {
        return Stream.concat(common().stream(), Stream.of(more)).toList();
    }

    /** What somebody who tries the page sends first: small enough to be looked at in a browser. */
    static RequestExamples first() {
        return common().get(0);
    }

    private static RequestExamples of(String name, String summary, Object... parametersAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < parametersAndValues.length; i += 2) {
            body.put(((Documented) parametersAndValues[i]).label(), parametersAndValues[i + 1]);
        }
        return new RequestExamples(name, summary, body);
    }

    /** The same as a query string; the values need no encoding. */
    String query() {
        return body.entrySet().stream().map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String text(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }
}
