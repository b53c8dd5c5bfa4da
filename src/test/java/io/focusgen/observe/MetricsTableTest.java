package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What {@code docs/metrics.md} lists is what {@code /q/metrics} has. */
@QuarkusTest
@Timeout(60)
class MetricsTableTest {

    private static final Pattern ROW = Pattern
            .compile("\\| `([a-zA-Z0-9_]+)` \\| (counter|gauge|summary|histogram) \\| ([^|]*)\\|");
    private static final Pattern LABEL = Pattern.compile("`([a-zA-Z_]+)`(?:=([^ ]+))?");
    private static final Pattern TYPE = Pattern.compile("# TYPE ([^ ]+) ([a-z]+)");
    private static final Pattern HELP = Pattern.compile("# HELP (focus_[^ ]+) ?(.*)");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z0-9_]+)(?:\\{(.*)\\})? [^ ]+");
    private static final Pattern TAG = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What belongs to a summary or histogram and is not a label of it. */
    private static final Set<String> WITHIN = Set.of("le", "quantile");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URL service;

    /** A line of the table. @param labels with the values that they may have; none where that is not listed */
    private record Row(String type, Map<String, Set<String>> labels) {
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.getPort() + path))
                        .header("Accept", "text/plain, */*").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Row> table(String section) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Matcher found = ROW.matcher(section);
        while (found.find()) {
            Map<String, Set<String>> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(found.group(3));
            while (label.find()) {
                labels.put(label.group(1), label.group(2) == null ? Set.of() : Set.of(label.group(2).split(",")));
            }
            rows.put(found.group(1), new Row(found.group(2), labels));
        }
        return rows;
    }

    private static List<String> sections() throws IOException {
        return List.of(Files.readString(Path.of("docs/metrics.md")).split("\n## "));
    }

    /** The name in the table of a name in the answer. */
    private static String family(String name, Map<String, Row> table) {
        for (String ending : List.of("_max", "_count", "_sum", "_bucket")) {
            String shorter = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
            if (table.containsKey(shorter) && Set.of("summary", "histogram").contains(table.get(shorter).type)) {
                return shorter;
            }
        }
        return name;
    }

    private String measured() throws IOException, InterruptedException {
        assertThat(get("/api/v1/cost-and-usage.csv?rows=12000&month=2026-01").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/cost-and-usage.csv?rows=0").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/preview?rows=10").statusCode()).isEqualTo(200);
        // Pauses are known from the first one on.
        System.gc();
        await().until(() -> get("/q/metrics").body().lines()
                .anyMatch(line -> line.matches("focus_stream_rows_per_second_count [1-9].*")));
        await().until(() -> get("/q/metrics").body().contains("jvm_gc_pause_seconds"));
        return get("/q/metrics").body();
    }

    @Test
    void theTableIsWhatThereIs() throws IOException, InterruptedException {
        String answer = measured();
        List<String> sections = sections();
        Map<String, Row> ours = table(sections.get(1));
        Map<String, Row> brought = table(sections.get(2));
        assertThat(table(sections.get(3))).isNotEmpty();
        Map<String, Row> all = new LinkedHashMap<>(ours);
        all.putAll(brought);

        Map<String, String> types = new TreeMap<>();
        TYPE.matcher(answer).results().forEach(found -> types.putIfAbsent(found.group(1), found.group(2)));
        Set<String> there = new TreeSet<>();
        types.keySet().stream().filter(name -> name.startsWith("focus_"))
                .forEach(name -> there.add(family(name, ours)));
        assertThat(there).containsExactlyInAnyOrderElementsOf(ours.keySet());
        all.forEach((name, row) -> assertThat(types.get(name)).as(name).isEqualTo(row.type));

        List<String> wrong = new ArrayList<>();
        answer.lines().filter(line -> !line.startsWith("#")).map(SERIES::matcher).filter(Matcher::matches)
                .forEach(series -> {
                    Row row = all.get(family(series.group(1), all));
                    if (row != null) {
                        Map<String, String> tags = new TreeMap<>();
                        TAG.matcher(String.valueOf(series.group(2))).results()
                                .filter(tag -> !WITHIN.contains(tag.group(1)))
                                .forEach(tag -> tags.put(tag.group(1), tag.group(2)));
                        // Of what was brought, some labels are missing where they would say nothing.
                        boolean named = ours.containsValue(row)
                                ? tags.keySet().equals(row.labels.keySet())
                                : row.labels.keySet().containsAll(tags.keySet());
                        boolean known = named && tags.entrySet().stream()
                                .allMatch(tag -> row.labels.get(tag.getKey()).isEmpty()
                                        || row.labels.get(tag.getKey()).contains(tag.getValue()));
                        if (!known) {
                            wrong.add(series.group());
                        }
                    }
                });
        assertThat(wrong).isEmpty();
        assertThat(
                HELP.matcher(answer).results().filter(found -> found.group(2).isBlank()).map(found -> found.group(1)))
                .isEmpty();
        assertThat(answer).contains(
                "focus_stream_first_byte_seconds_bucket{format=\"csv\",outcome=\"begun\",le=\"0.005\",}",
                "focus_build_info{commit=\"unknown\",java=\"");
    }

    @Test
    void peopleAreToldTheSame() throws IOException, InterruptedException {
        measured();
        HttpResponse<String> answer = get("/api/v1/monitoring/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode figures = new ObjectMapper().readTree(answer.body());
        assertThat(figures.at("/totals/rows").asLong()).isGreaterThanOrEqualTo(12_000);
        assertThat(figures.at("/totals/bytes").asLong()).isGreaterThan(1_000_000);
        assertThat(figures.at("/streams/completed").asLong()).isPositive();
        assertThat(figures.at("/streams/slots").asInt()).isPositive();
        assertThat(figures.at("/lastMinute/rowsPerSecond").isIntegralNumber()).isTrue();
        assertThat(figures.at("/firstByteMillis/p50").asDouble()).isPositive()
                .isLessThanOrEqualTo(figures.at("/firstByteMillis/p99").asDouble());
        assertThat(figures.at("/memory/heapUsedBytes").asLong()).isPositive();
        assertThat(get("/api/v1/monitoring/metrics?x=1").statusCode()).isEqualTo(400);
    }
}
