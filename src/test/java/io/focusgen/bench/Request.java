package io.focusgen.bench;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.focusgen.focus.Granularity;
import io.focusgen.spec.DatasetSpec;
import io.focusgen.spec.Defaults;
import io.focusgen.spec.SpecReader;

/**
 * A data set, asked for in the same words from the engine, the service and the command line.
 *
 * @param rows of one month
 * @param granularity of usage rows
 * @param seed of the company
 * @param provider whose bill it is
 * @param currency that it is in
 */
record Request(long rows, Granularity granularity, long seed, String provider, String currency) {

    /** A month of 31 days, so that lines are as long as they get. */
    private static final YearMonth MONTH = YearMonth.of(2026, 3);

    /** An AWS bill in dollars. */
    Request(long rows, Granularity granularity, long seed) {
        this(rows, granularity, seed, "aws", "USD");
    }

    static Request hourly(long rows, long seed) {
        return new Request(rows, Granularity.HOURLY, seed);
    }

    /** An hourly bill of a provider that bills locally. */
    static Request local(long rows, long seed, String currency) {
        return new Request(rows, Granularity.HOURLY, seed, "gcp", currency);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("provider", provider);
        parameters.put("currency", currency);
        parameters.put("rows", Long.toString(rows));
        parameters.put("granularity", granularity.label());
        parameters.put("month", MONTH.toString());
        parameters.put("seed", Long.toString(seed));
        return parameters;
    }

    DatasetSpec spec() {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        parameters().forEach((name, value) -> raw.put(name, List.of(value)));
        return SpecReader.read(raw, new Defaults(MONTH, () -> seed));
    }

    /** Path and query. */
    String path() {
        return "/api/v1/cost-and-usage.csv?" + parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue()).collect(Collectors.joining("&"));
    }

    /** Arguments of the command line. */
    List<String> options() {
        return parameters().entrySet().stream()
                .flatMap(parameter -> List.of("--" + parameter.getKey(), parameter.getValue()).stream()).toList();
    }
}
