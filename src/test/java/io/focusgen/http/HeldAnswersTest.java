package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Region;
import io.focusgen.http.streaming.Admission;
import io.focusgen.preview.Preview;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What the client holds is not made again: it is answered while every place for a plan is taken and every thread for plans
 * waits, with no byte of a stream and nothing looked for in a cache.
 */
@QuarkusTest
@Timeout(60)
class HeldAnswersTest {

    private static final String QUERY = "?provider=aws&rows=700&month=2026-03";
    private static final String ROWS = CSV + QUERY;
    private static final String PARQUET = "/api/v1/cost-and-usage.parquet" + QUERY;
    private static final String PREVIEW = Preview.PATH + QUERY;
    private static final String BUNDLE = "/api/v1/bundle.zip" + QUERY;
    private static final String SHEET = "/api/v1/truth/ownership.json" + QUERY;
    private static final String SHEET_CSV = "/api/v1/truth/coverage.csv" + QUERY;
    private static final String PRICES = "/api/v1/price-list" + QUERY;
    private static final String PRICES_CSV = "/api/v1/price-list.csv" + QUERY;
    private static final String CATALOG = "/api/v1/catalog";

    @TestHTTPResource
    URL service;

    @Inject
    Admission admission;

    @Inject
    Caches caches;

    @Inject
    MeterRegistry meters;

    private final CountDownLatch over = new CountDownLatch(1);
    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        forget();
    }

    @AfterEach
    void free() {
        over.countDown();
        await().until(() -> admission.plans().taken() == 0 && admission.streams().taken() == 0);
    }

    private void forget() {
        for (Region region : Region.values()) {
            long unused = caches.empty(region);
        }
    }

    /** From here on whoever needs a plan gets 503 or waits. */
    private void takeAllPlanners() {
        assertThat(admission.plans().size()).as("threads for plans")
                .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        while (admission.plans().taken() < admission.plans().size()) {
            admission.planOnly(() -> {
                try {
                    over.await();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
                return "";
            }).subscribe().with(done -> {
            });
        }
    }

    private double bytes() {
        return meters.get("focus.stream.bytes").counter().count();
    }

    private long lookedFor() {
        return caches.stats().stream().mapToLong(stats -> stats.hits() + stats.joined() + stats.misses()).sum();
    }

    private static void is304(HttpResponse<String> answer, String tag) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(tag);
        assertThat(header(answer, "Cache-Control")).contains("max-age=");
    }

    @ParameterizedTest
    @ValueSource(strings = {ROWS, PARQUET, PREVIEW, BUNDLE, SHEET, SHEET_CSV, PRICES, PRICES_CSV, CATALOG})
    void nothingIsPlannedOrMadeForIt(String path) {
        String tag = header(client.send("HEAD", path), "ETag");
        assertThat(tag).matches("\"[0-9a-f]{16,}\"");
        forget();
        takeAllPlanners();
        double before = bytes();
        long asked = lookedFor();

        for (String method : List.of("GET", "HEAD")) {
            for (String held : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
                is304(client.send(method, path, "If-None-Match", held), tag);
            }
        }
        assertThat(bytes()).isEqualTo(before);
        assertThat(lookedFor()).isEqualTo(asked);
        assertThat(admission.streams().taken()).isZero();
    }

    /** Of these there is something for every well-formed request. */
    @ParameterizedTest
    @ValueSource(strings = {PRICES, PRICES_CSV, CATALOG})
    void whateverIsHeldOfWhatNeedsNoPlan(String path) {
        // The catalogue is made once, for its tag.
        assertThat(client.send("HEAD", path).statusCode()).isEqualTo(200);
        forget();
        takeAllPlanners();
        long asked = lookedFor();

        assertThat(client.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(lookedFor()).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROWS, PREVIEW})
    void whateverIsHeldOfWhatIsKeptNeedsNoOtherPlan(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(200);
        takeAllPlanners();

        assertThat(client.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
    }

    /** Only the plan says whether there is such a data set at all. */
    @ParameterizedTest
    @ValueSource(strings = {ROWS, PREVIEW, BUNDLE, SHEET, SHEET_CSV})
    void whateverIsHeldOfWhatNobodyHasPlannedIsPlanned(String path) {
        double before = bytes();
        assertThat(client.get(path + "&budget=0.01", "If-None-Match", "*").statusCode()).isEqualTo(400);
        assertThat(client.get(path + "&seed=5", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(bytes()).as("rows").isEqualTo(before);

        takeAllPlanners();
        assertThat(client.get(path + "&seed=6", "If-None-Match", "*").statusCode()).isEqualTo(503);
    }
}
