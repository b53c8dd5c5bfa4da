package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.http.RequestMetrics.Outcome;
import io.focusgen.spec.BadRequests;
import io.focusgen.testing.FakeEngine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
class ExportResourceTest {

    @TestHTTPResource
    URL service;

    @Inject
    FakeEngine engine;

    @Inject
    MeterRegistry meters;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        engine.opened.set(0);
        engine.encoded.set(0);
    }

    @Test
    void aDataSetIsItsHeaderAndItsRows() {
        HttpResponse<String> answer = client.get(CSV + "?rows=25&months=2&columns=Tags,BilledCost&month=2026-03");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("BilledCost,Tags\n0\n1\n").endsWith("\n48\n49\n");
        assertThat(answer.body().lines()).hasSize(51);
    }

    @Test
    void theHeadersSayWhatTheDataSetIs() {
        HttpResponse<String> answer = client
                .get(CSV + "?rows=25&seed=-7&budget=1234.5&commitmentCoverage=0.25&month=2026-03"
                        + "&months=3&shard=3/16&columns=BilledCost");

        assertThat(header(answer, "Content-Type")).isEqualTo("text/csv; charset=us-ascii; header=absent");
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"aws-focus-1.2-2026-03-to-2026-05-part-3-of-16.csv\"");
        assertThat(header(answer, "Focus-Seed")).isEqualTo("-7");
        assertThat(header(answer, "Focus-Rows")).isEqualTo("75");
        assertThat(header(answer, "Focus-Budget")).isEqualTo("1234.50 USD");
        assertThat(header(answer, "Focus-Commitment-Coverage")).isEqualTo("0.25");
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(header(answer, "Link"))
                .isEqualTo("</api/v1/cost-and-usage.csv?provider=aws&version=1.2&month=2026-03"
                        + "&months=3&rows=25&granularity=monthly&profile=large-business&distribution=evenly-distributed&budget=1234.5"
                        + "&currency=USD&commitmentCoverage=0.25&ids=real&seed=-7&columns=BilledCost&shard=3/16>; rel=\"canonical\"");
    }

    @Test
    void theContentTypeIsThatOfTheFormat() {
        String ndjson = CSV.replace(".csv", ".ndjson");

        assertThat(header(client.get(ndjson + "?rows=5&month=2026-03"), "Content-Type"))
                .isEqualTo("application/x-ndjson");
        assertThat(header(client.get(CSV + "?rows=5&month=2026-03&header=false&delimiter=;"), "Content-Type"))
                .isEqualTo("text/csv; charset=us-ascii; header=absent");
    }

    @Test
    void optionsAndOwnColumnsArePartOfTheCanonicalUrl() {
        String link = header(client.get(CSV + "?rows=5&month=2026-03&delimiter=%09&header=true"
                + "&customColumns=x_Note:constant:a%5C,b&customColumns=x_Who:organization:owner"), "Link");

        assertThat(link).contains("&customColumns=x_Note:constant:a%5C,b,x_Who:organisation:owner&delimiter=tab&")
                .doesNotContain("header=");
    }

    @Test
    void theBudgetIsSaidWhereNoneWasAskedFor() {
        assertThat(header(client.get(CSV + "?rows=1"), "Focus-Budget")).isEqualTo("200000.00 USD");
    }

    @Test
    void theCanonicalUrlGivesTheSameAnswer() {
        HttpResponse<String> answer = client
                .get(CSV + "?ROWS=1e2&profile=Large+Business&columns=tags,BilledCost&seed=random");
        String link = header(answer, "Link");

        HttpResponse<String> canonical = client.get(link.substring(1, link.indexOf('>')));

        assertThat(canonical.body()).isEqualTo(answer.body());
        for (String name : List.of("ETag", "Link", "Focus-Seed", "Focus-Rows", "Focus-Budget", "Content-Disposition")) {
            assertThat(header(canonical, name)).as(name).isEqualTo(header(answer, name));
        }
    }

    @Test
    void withoutParametersItIsSamplecoUpToTheLastClosedMonth() {
        YearMonth before = YearMonth.now(ZoneOffset.UTC).minusMonths(3);
        HttpResponse<String> answer = client.get(CSV);
        YearMonth after = YearMonth.now(ZoneOffset.UTC).minusMonths(3);

        assertThat(header(answer, "Link")).containsAnyOf("month=" + before, "month=" + after);
        assertThat(header(answer, "Link")).contains("provider=aws,azure,gcp").contains("months=3");
        assertThat(header(answer, "Focus-Rows")).isEqualTo("90000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"month=2026-03|public, max-age=86400", "profile=startup|public, max-age=300",
            "seed=random|no-store", "month=2026-03&seed=RANDOM|no-store"})
    void anAnswerIsCachedForAsLongAsItsUrlMeansTheSame(String query, String cacheControl) {
        assertThat(header(client.get(CSV + "?rows=5&" + query), "Cache-Control"))
                .isEqualTo(cacheControl);
    }

    @Test
    void aRandomSeedIsAnotherOneEachTime() {
        assertThat(header(client.get(CSV + "?rows=1&seed=random"), "Focus-Seed"))
                .isNotEqualTo(header(client.get(CSV + "?rows=1&seed=random"), "Focus-Seed"));
    }

    @Test
    void headHasTheHeadersOfGetAndGeneratesNothing() {
        String url = CSV + "?rows=100&month=2026-03&columns=BilledCost";
        HttpResponse<String> head = client.send("HEAD", url);

        assertThat(engine.encoded).hasValue(0);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(named(head)).isEqualTo(named(client.get(url)));
    }

    private static TreeMap<String, List<String>> named(HttpResponse<String> answer) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("x-request-id", "transfer-encoding", "content-length"));
        // What is left of a limit is less with each request.
        headers.keySet().removeIf(name -> name.contains("ratelimit"));
        return headers;
    }

    @Test
    void whatTheClientHoldsIsNotPlannedAgain() {
        String url = CSV + "?rows=100&month=2026-03";
        String tag = header(client.send("HEAD", url), "ETag");
        engine.opened.set(0);

        for (String held : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
            HttpResponse<String> answer = client.get(url, "If-None-Match", held);
            assertThat(answer.statusCode()).as(held).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(tag);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=86400");
        }
        assertThat(engine.opened).hasValue(0);
    }

    @Test
    void whatTheClientDoesNotHoldIsSent() {
        assertThat(client.get(CSV + "?rows=1", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aClientThatHoldsAnythingGetsNothingUnlessTheRequestIsRefused() {
        assertThat(client.get(CSV + "?rows=1", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(client.get(CSV + "?seed=400", "If-None-Match", "*").statusCode()).isEqualTo(400);
    }

    /** Of what chance makes anew each time there is nothing to be held. */
    @ParameterizedTest
    @ValueSource(strings = {CSV + "?", "/api/v1/preview?", "/api/v1/price-list?", "/api/v1/price-list.csv?",
            "/api/v1/truth/coverage.csv?", "/api/v1/bundle.zip?"})
    void ofARandomSeedNobodyHoldsAnything(String path) {
        assertThat(client.get(path + "rows=1&seed=random", "If-None-Match", "*").statusCode()).isEqualTo(200);
        assertThat(client.get(path + "rows=1", "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    @Test
    void planningStaysOffTheEventLoop() {
        client.get(CSV + "?rows=1");

        assertThat(engine.planningThread).isNotEmpty().doesNotContain("eventloop");
    }

    static Stream<BadRequests> badRequests() {
        return BadRequests.all();
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void aBadRequestIsAProblemThatNamesItsParameter(BadRequests bad) {
        HttpResponse<String> answer = client.get(CSV + "?" + bad.query());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asText()).isEqualTo("/problems/invalid-parameters");
        assertThat(problem.get("violations")).isNotEmpty();
        for (JsonNode violation : problem.get("violations")) {
            assertThat(violation.get("field").asText()).isEqualTo(bad.field());
            assertThat(violation.get("allowed").asText()).isNotBlank();
        }
        assertThat(problem.at("/violations/0/nearest").textValue()).isEqualTo(bad.nearest());
        assertThat(engine.opened).hasValue(0);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        JsonNode problem = json(client.get(CSV + "?rows=0&profile=big&month=2026-13&colour=red&seed=1&seed=2"));

        assertThat(problem.findValuesAsText("field")).containsExactly("month", "rows", "profile", "seed", "colour");
        assertThat(problem.get("detail").asText()).isEqualTo("5 things are wrong with the parameters.");
    }

    @Test
    void whatThePlannerRefusesIsAProblemToo() {
        HttpResponse<String> answer = client.get(CSV + "?seed=400&shard=8/8");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/violations/0/nearest").asText()).isEqualTo("7/7");
    }

    @Test
    void aFailureBeforeTheFirstByteIsAProblemWithoutDetails() {
        for (long seed : List.of(FakeEngine.FAILS_TO_PLAN, FakeEngine.FAILS_IN_FIRST_BLOCK)) {
            HttpResponse<String> answer = client.get(CSV + "?seed=" + seed);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(answer.body()).contains("internal-error").doesNotContain("secret", "Exception", "\tat ");
            assertThat(answer.headers().map()).doesNotContainKeys("etag", "content-disposition", "focus-rows");
        }
    }

    @Test
    void everyOutcomeIsCounted() {
        String url = CSV + "?rows=5&month=2026-03";
        String tag = header(client.get(url), "ETag");
        countsAreIn();

        counted(Outcome.OK, () -> client.get(url));
        counted(Outcome.NOT_MODIFIED, () -> client.get(url, "If-None-Match", tag));
        counted(Outcome.REFUSED, () -> client.get(CSV + "?rows=0"));
        counted(Outcome.REFUSED, () -> client.raw("POST " + CSV + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 300000\r\n\r\n"));
        counted(Outcome.REFUSED, () -> client.raw("GET " + CSV + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"));
        counted(Outcome.FAILED, () -> client.get(CSV + "?seed=" + FakeEngine.FAILS_TO_PLAN));
        counted(Outcome.FAILED, () -> assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> client.get(CSV + "?rows=1000000&seed=" + FakeEngine.FAILS_LATER)));
    }

    /** Requests are counted after their answer is sent: those of the tests before have to be in. */
    private void countsAreIn() {
        AtomicReference<Double> seen = new AtomicReference<>(-1.0);
        await().during(Duration.ofMillis(300)).until(() -> {
            double now = meters.find("focus.requests").counters().stream().mapToDouble(Counter::count).sum();
            return seen.getAndSet(now) == now;
        });
    }

    private void counted(Outcome outcome, Runnable request) {
        double before = count(outcome);
        request.run();
        await().untilAsserted(() -> assertThat(count(outcome)).as(outcome.label()).isEqualTo(before + 1));
    }

    private double count(Outcome outcome) {
        return meters.get("focus.requests")
                .tags("dataset", "cost-and-usage", "format", "csv", "outcome", outcome.label())
                .counter().count();
    }

    @Test
    void metricsOfEveryOutcomeAreThereFromTheStart() {
        String metrics = client.get("/metrics").body();

        for (Outcome outcome : Outcome.values()) {
            assertThat(metrics).contains("focus_requests_total{dataset=\"cost-and-usage\",format=\"csv\",outcome=\""
                    + outcome.label() + "\"}");
        }
    }
}
