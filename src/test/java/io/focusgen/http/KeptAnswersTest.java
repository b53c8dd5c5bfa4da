package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Region;
import io.focusgen.cache.RegionStats;
import io.focusgen.preview.Preview;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What is asked for again is the same, and costs less. */
@QuarkusTest
@Timeout(120)
class KeptAnswersTest {

    private static final String ROWS = CSV + "?provider=aws&rows=700&month=2026-03";
    private static final String PREVIEW = Preview.PATH + "?provider=aws&rows=700&month=2026-03&limit=5";

    @TestHTTPResource
    URL service;

    @Inject
    Caches caches;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        for (Region region : Region.values()) {
            long unused = caches.empty(region);
        }
    }

    /** What a region was asked meanwhile. */
    private RegionStats meanwhile(Region region, Runnable work) {
        RegionStats before = caches.stats(region);
        work.run();
        RegionStats after = caches.stats(region);
        return new RegionStats(region, after.hits() - before.hits(), after.joined() - before.joined(),
                after.misses() - before.misses(), after.evictions() - before.evictions(), after.entries(),
                after.bytes(), after.boundBytes());
    }

    private String body(String path) {
        HttpResponse<String> answer = client.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void onePlanServesAllStreamsOfARequest() {
        List<String> bodies = new ArrayList<>();
        RegionStats stats = meanwhile(Region.PLANS, () -> {
            bodies.add(body(ROWS));
            bodies.add(body(ROWS));
            bodies.add(client.post(CSV, "{\"provider\":\"aws\",\"rows\":700,\"month\":\"2026-03\"}").body());
            assertThat(client.send("HEAD", ROWS).statusCode()).isEqualTo(200);
        });

        assertThat(stats.misses()).isEqualTo(1);
        assertThat(stats.hits()).isEqualTo(3);
        assertThat(stats.entries()).isEqualTo(1);
        assertThat(bodies).allMatch(bodies.get(0)::equals);
        long unused = caches.empty(Region.PLANS);
        assertThat(body(ROWS)).isEqualTo(bodies.get(0));
        assertThat(body(ROWS + "&seed=2")).isNotEqualTo(bodies.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {ROWS, PREVIEW})
    void equalRequestsAtOnceAreMadeOnce(String path) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            RegionStats before = caches.stats(path.equals(ROWS) ? Region.PLANS : Region.PREVIEWS);
            CountDownLatch together = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                answers.add(threads.submit(() -> {
                    together.await();
                    return body(path + "&seed=77");
                }));
            }
            together.countDown();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
            RegionStats after = caches.stats(before.region());
            assertThat(after.misses() - before.misses()).isEqualTo(1);
            assertThat(after.hits() + after.joined() - before.hits() - before.joined()).isEqualTo(9);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aPreviewIsTheSameFoundMadeOrMadeAnew() {
        String made = body(PREVIEW);
        RegionStats stats = meanwhile(Region.PREVIEWS, () -> assertThat(body(PREVIEW)).isEqualTo(made));
        assertThat(stats.hits()).isEqualTo(1);
        assertThat(stats.bytes()).isBetween((long) made.length(), made.length() + 1_000L);

        assertThat(client.send("DELETE", "/api/v1/monitoring/cache?region=previews").statusCode()).isEqualTo(200);
        stats = meanwhile(Region.PREVIEWS, () -> assertThat(body(PREVIEW)).isEqualTo(made));
        assertThat(stats.misses()).isEqualTo(1);
        stats = meanwhile(Region.PREVIEWS,
                () -> assertThat(body(PREVIEW.replace("limit=5", "limit=6"))).isNotEqualTo(made));
        assertThat(stats.misses()).isEqualTo(1);
    }

    @Test
    void thirtyTwoReadersGetTheBytesOfTheirRequestWhileOthersAreForgotten() throws Exception {
        Map<String, String> expected = new HashMap<>();
        for (String path : List.of(ROWS, ROWS + "&seed=3", ROWS + "&shard=2/3", ROWS.replace(".csv", ".ndjson"),
                PREVIEW,
                PREVIEW + "&seed=3")) {
            expected.put(path, body(path));
        }
        List<String> paths = List.copyOf(expected.keySet());
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 32; thread++) {
                int own = thread;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 12; i++) {
                        String path = paths.get((i + own) % paths.size());
                        HttpResponse<String> answer = client.get(path);
                        if (answer.statusCode() != 503) {
                            assertThat(answer.body()).as(path).isEqualTo(expected.get(path));
                        }
                        if (i % 4 == 0) {
                            long unused = caches.empty(Region.values()[own % Region.values().length]);
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ROWS, PREVIEW})
    void whatIsDrawnByChanceIsNotKept(String path) {
        for (Region region : List.of(Region.PLANS, Region.PREVIEWS)) {
            RegionStats stats = meanwhile(region, () -> {
                HttpResponse<String> answer = client.get(path + "&seed=random");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            });
            assertThat(stats.hits() + stats.joined() + stats.misses() + stats.entries()).isZero();
        }
    }

    @Test
    void theFiguresAreThereForPeopleAndForPrometheus() {
        body(ROWS);
        body(ROWS);
        var stats = json(client.get("/api/v1/monitoring/cache/stats"));

        assertThat(stats.get("mode").asText()).isEqualTo("on");
        assertThat(stats.get("ttlSeconds").asLong()).isEqualTo(3600);
        assertThat(stats.get("regions")).hasSize(Region.values().length);
        var plans = stats.get("regions").get(Region.PLANS.ordinal());
        assertThat(plans.get("region").asText()).isEqualTo("plans");
        assertThat(plans.get("hits").asLong()).isPositive();
        assertThat(plans.get("hitRatio").asDouble()).isBetween(0.0, 1.0);
        assertThat(plans.get("bytes").asLong()).isBetween(1L, plans.get("boundBytes").asLong());
        assertThat(stats.get("shared").get("configured").asBoolean(true)).isFalse();
        assertThat(client.get("/metrics").body()).contains(
                "focus_cache_requests_total{region=\"plans\",result=\"hit\"}",
                "focus_cache_entries{region=\"plans\"}", "focus_cache_bound_bytes{region=\"previews\"}",
                "focus_cache_shared_total{result=\"failed\"}", "focus_breaker_state{breaker=\"s3-put\"} 0.0");
    }

    @Test
    void forgettingSaysHowMuchItWas() {
        body(ROWS);
        body(PREVIEW);

        var one = json(client.send("DELETE", "/api/v1/monitoring/cache?region=plans"));
        assertThat(one.get("forgotten").get("plans").asLong()).isEqualTo(1);
        assertThat(one.get("forgotten")).hasSize(1);
        var all = json(client.send("DELETE", "/api/v1/monitoring/cache"));
        assertThat(all.get("forgotten").get("previews").asLong()).isEqualTo(1);
        assertThat(all.get("forgotten")).hasSize(Region.values().length);
        assertThat(caches.stats()).allMatch(stats -> stats.entries() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?region=plan", "?regio=plans", "?region=", "?region=plans&region=previews", "?x=1"})
    void whatCannotBeForgottenIsRefusedWithWhatCan(String query) {
        HttpResponse<String> answer = client.send("DELETE", "/api/v1/monitoring/cache" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/invalid-parameters");
    }
}
