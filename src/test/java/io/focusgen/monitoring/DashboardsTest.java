package io.focusgen.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every panel asks what Prometheus can answer, about what there is, and says what it shows. */
class DashboardsTest {

    private static final String SLO = "slo.json";

    @Test
    void theDashboardsOfTheProjectHaveNoProblems() throws IOException {
        Set<String> metrics = KnownMetrics.all();
        KnownLabels labels = KnownLabels.documented();
        List<String> problems = new ArrayList<>();
        for (Dashboard dashboard : Dashboard.all()) {
            problems.addAll(DashboardLint.problems(dashboard, metrics, labels));
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void eachHasATitleAndAUidOfItsOwn() throws IOException {
        assertThat(Dashboard.all()).extracting(one -> one.json().path("uid").asText()).doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(Dashboard.all()).extracting(one -> one.json().path("title").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "\"editable\": false;\"editable\": true;is editable",
            "\"id\": null;\"id\": 7;has an id of its own",
            "\"uid\": \"focus-slo\";\"uid\": \"\";has no uid",
            "\"name\": \"job\";\"name\": \"jobs\";has other variables",
            "\"multi\": true;\"multi\": false;does not take several",
            "\"query\": \"prometheus\";\"query\": \"loki\";asks another data source",
            "\"unit\": \"percentunit\";\"unit\": \"\";has no unit",
            "\"legendFormat\": \"left\";\"legendFormat\": \"\";has no legend",
            "\"description\": \"What is left of the 0.1 %;\"what\": \"What is left of the 0.1 %;has no description",
            "\"x\": 6,;\"x\": 5,;lies over another panel",
            "\"x\": 18,;\"x\": 19,;has no place within 24 columns",
            "\"type\": \"dashboards\";\"type\": \"link\";has no link",
            "job:focus_streams_failed:ratio_rate30d{;job:focus_streams_failed:ratio_rate31d{;which no page or rule knows",
            "ratio_rate30d{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"};ratio_rate30d;of all jobs",
            "ratio_rate30d{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"};ratio_rate30d{job=\\\"$job\\\"};of other namespaces",
            "\"allValue\": \".*\";\"allValue\": \".+\";has to match what has no namespace",
            "1 - job:;1 - * job:;stands where",
            "\"query\": \"label_values(focus_streams_slots, namespace)\";\"query\": \"label_values(focus_stream_slots, namespace)\";which no page or rule knows",
            "\"query\": \"label_values(focus_streams_slots, namespace)\";\"query\": \"label_values(focus_streams_slots, job)\";does not ask for the values of the label",
            "\"query\": \"label_values(focus_streams_slots{namespace=~\\\"$namespace\\\"}, job)\";\"query\": \"label_values(focus_streams_slots, job)\";does not follow what is chosen before it",
            "\"query\": \"label_values(focus_streams_slots{namespace=~\\\"$namespace\\\"}, job)\";\"query\": \"label_values(focus_streams_slots{namespace=, job)\";variable job: ",
            "\"definition\": \"label_values(focus_streams_slots, namespace)\";\"definition\": \"all\";shows another question than it asks",
            "changes(process_start_time_seconds{;changes(process_start_seconds{;annotation Starts shows process_start_seconds",
            "changes(process_start_time_seconds{;changes(process_start_time_seconds{pod=\\\"a\\\", ;by pod, which it does not have",
            "job=~\\\"$job|\\\";job=~\\\".*\\\";of other installations",
            "{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"} / 0.001\";{job=\\\"$jobs\\\", namespace=~\\\"$namespace\\\"} / 0.001\";the unknown variable jobs",
            "job:focus_streams_ended:rate5m{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"};rate(focus_streams_total{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"}[5m]);not at [$__rate_interval]",
            "job:focus_streams_ended:rate5m{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"};focus_streams_total{job=\\\"$job\\\", namespace=~\\\"$namespace\\\"};of other instances"})
    void whatIsWrongIsReported(String right, String wrong, String problem) throws IOException {
        String json = Files.readString(Dashboard.FOLDER.resolve(SLO));
        assertThat(json).contains(right);
        int at = json.indexOf(right);
        String broken = json.substring(0, at) + wrong + json.substring(at + right.length());

        assertThat(DashboardLint.problems(Dashboard.of(SLO, broken), KnownMetrics.all(), KnownLabels.documented()))
                .isNotEmpty().allSatisfy(found -> assertThat(found).startsWith(SLO + ": "))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
            "focus_webhooks_total{result=\"given-up\"};",
            "focus_webhooks_total{result=~\"delivered|retried\", job=\"a\"};",
            "focus_webhooks_total{result!~\"d.*\"};",
            "focus_breaker_state{breaker=\"s3-abort\"};",
            "up{result=\"anything\"};",
            "focus_webhooks_total{result=\"given_up\"};focus_webhooks_total with result \\Qgiven_up\\E, which it never is",
            "focus_webhooks_total{result=~\"delivered|tried\"};focus_webhooks_total with result tried, which it never is",
            "focus_webhooks_total{result!=\"lost\"};focus_webhooks_total with result \\Qlost\\E, which it never is",
            "focus_webhooks_total{outcome=\"delivered\"};focus_webhooks_total by outcome, which it does not have"})
    void valuesOfLabelsAreThoseOfThePage(String selector, @Nullable String problem) throws IOException {
        assertThat(KnownLabels.documented().problems(PromQl.selectors(selector).get(0)))
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void namesAreReadFromTheFirstCellsOfTables() {
        Set<String> names = new java.util.HashSet<>();
        KnownMetrics.addDocumented("""
                | Metric | Labels |
                |---|---|
                | `focus_a_total`, `focus_b{mode}` | `no_label` |
                | `pool_{active,idle}` | |
                """, names);

        assertThat(names).contains("focus_a_total", "focus_b", "focus_b_bucket", "pool_active", "pool_idle_max")
                .doesNotContain("no_label", "pool_", "Metric");
    }
}
