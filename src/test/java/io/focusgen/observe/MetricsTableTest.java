package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.streaming.StreamOutcomes.End;
import io.focusgen.http.streaming.StreamOutcomes.Written;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What {@code docs/metrics.md} lists is what {@code /q/metrics} has. */
@QuarkusTest
@Timeout(60)
class MetricsTableTest {

    private static final Pattern HELP = Pattern.compile("# HELP (focus_[^ ]+) ?(.*)");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URL service;

    @Inject
    MicrometerStreamOutcomes outcomes;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.getPort() + path))
                        .header("Accept", "text/plain, */*").build(),
                HttpResponse.BodyHandlers.ofString());
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
        MetricsTable ours = MetricsTable.ofSection(1);
        MetricsTable brought = MetricsTable.ofSection(2);

        assertThat(MetricsTable.types(answer).keySet()).filteredOn(name -> name.startsWith("focus_"))
                .extracting(ours::family).isNotEmpty().isSubsetOf(ours.rows().keySet());
        assertThat(ours.missing(answer)).isEmpty();
        assertThat(brought.missing(answer)).isEmpty();
        assertThat(ours.mislabelled(answer, true)).isEmpty();
        assertThat(brought.mislabelled(answer, false)).isEmpty();
        assertThat(
                HELP.matcher(answer).results().filter(found -> found.group(2).isBlank()).map(found -> found.group(1)))
                .isEmpty();
        assertThat(answer).contains(
                "focus_stream_first_byte_seconds_bucket{format=\"csv\",outcome=\"begun\",le=\"0.005\",}",
                "focus_build_info{commit=\"unknown\",java=\"");
    }

    private double value(String series) throws IOException, InterruptedException {
        return get("/q/metrics").body().lines().filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1))).findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + series));
    }

    @Test
    void figuresOfStreamsAreInTheUnitsOfTheirNames() throws IOException, InterruptedException {
        Map<String, Double> before = new TreeMap<>();
        Map<String, Double> more = Map.of("focus_stream_backpressure_seconds_total", 2.5, "focus_stream_bytes_total",
                7.0,
                "focus_streams_total{outcome=\"cancelled\",}", 1.0, "focus_streams_total{outcome=\"failed\",}", 1.0,
                "focus_streams_total{outcome=\"shed\",}", 1.0, "focus_streams_stalled_total", 1.0,
                "focus_stream_rows_per_second_count", 1.0, "focus_stream_rows_per_second_sum", 40_000.0);
        for (String series : more.keySet()) {
            before.put(series, value(series));
        }

        outcomes.waited(2_500_000_000L);
        outcomes.sent(7);
        outcomes.shed();
        outcomes.ended(End.STALLED, new Written(100_000, 7, 1, 0));
        outcomes.ended(End.FAILED, new Written(100_000, 7, 1, 0));
        // In half a second in which it did not wait.
        outcomes.ended(End.COMPLETED, new Written(20_000, 7, 3_000_000_000L, 2_500_000_000L));

        for (String series : more.keySet()) {
            assertThat(value(series) - before.get(series)).as(series).isEqualTo(more.get(series),
                    Offset.offset(0.001));
        }
    }

    @Test
    void rowsAreCountedWhereTheyAreMade() throws IOException, InterruptedException {
        double before = value("focus_rows_generated_total");

        assertThat(get("/api/v1/cost-and-usage.csv?rows=3000&seed=977").statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(value("focus_rows_generated_total") - before).isEqualTo(3000));
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
