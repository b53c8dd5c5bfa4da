package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.focusgen.testing.FakeEngine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** What a caller that asks for more than it may is told. */
@QuarkusTest
@TestProfile(LimitedService.Limited.class)
class RateLimitsTest extends LimitedService {

    private static final AtomicInteger NETWORKS = new AtomicInteger();
    private static final String OF_REQUESTS = "focus_requests_total{dataset=\"cost-and-usage\",format=\"csv\",outcome=\"";

    @Test
    void everyCountedAnswerSaysWhatIsLeft() {
        HttpResponse<String> answer = get(ROW);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(items(answer, "RateLimit-Policy")).isEqualTo(Map.of("minute", Map.of("q", "3", "w", "60"),
                "hour", Map.of("q", "100", "w", "3600"), "day", Map.of("q", "2000", "w", "86400"),
                "rows", Map.of("q", "1000", "w", "86400", "x-unit", "\"rows\""),
                "streams", Map.of("q", "2", "qu", "\"concurrent-requests\"")));
        assertThat(items(answer, "RateLimit")).containsEntry("minute", Map.of("r", "2", "t", "60"))
                .containsEntry("hour", Map.of("r", "99", "t", "3600"))
                .containsEntry("day", Map.of("r", "1999", "t", "86400"))
                .containsEntry("rows", Map.of("r", "999", "t", "86400"))
                .containsEntry("streams", Map.of("r", "1"));
        assertThat(header(answer, "RateLimit-Mode")).isEqualTo("local");
        assertThat(header(answer, "X-RateLimit-Limit")).isEqualTo("3");
        assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("2");
        assertThat(Long.parseLong(header(answer, "X-RateLimit-Reset")) - Instant.now().getEpochSecond())
                .isBetween(50L, 61L);
        HttpResponse<String> bad = get(CSV + "?rows=0");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(header(bad, "X-RateLimit-Remaining")).as("what is wrong is a request").isEqualTo("1");
    }

    @Test
    void oneRequestTooManyIsRefusedBeforeAnyWorkIsDone() {
        for (int i = 0; i < 3; i++) {
            assertThat(get(ROW).statusCode()).isEqualTo(200);
        }
        int planned = engine.opened.get();
        HttpResponse<String> answer = get(ROW);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/quota-exceeded");
        assertThat(json(answer).get("violated-policies")).hasSize(1);
        assertThat(json(answer).at("/violated-policies/0").asText()).isEqualTo("minute");
        int wait = Integer.parseInt(header(answer, "Retry-After"));
        assertThat(wait).isBetween(1, 60);
        assertThat(items(answer, "RateLimit").get("minute")).isEqualTo(Map.of("r", "0", "t", Integer.toString(wait)));
        assertThat(json(answer).get("detail").asText())
                .isEqualTo("You have asked as often as you may, 3 in any 1 min; ask again in " + wait + " s.");
        assertThat(header(answer, "X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(engine.opened).hasValue(planned);
        assertThat(items(get(ROW), "RateLimit").get("hour")).as("a refusal uses nothing up").containsEntry("r", "97");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"rows\":1}", "{\"rows\":"})
    void aRefusedBodyIsNotReadAndTheNextRequestIsAnswered(String body) {
        for (int i = 0; i < 3; i++) {
            assertThat(client.post(CSV, "{\"rows\":1}", from(address)).statusCode()).isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(client.post(CSV, body, from(address)).statusCode()).isEqualTo(429);
        }
        assertThat(get("/api/v1/catalog").statusCode()).isEqualTo(200);
    }

    @Test
    void streamsAndQueriesAreCountedByThemselvesAndCallersDoNotShare() {
        for (int i = 0; i < 3; i++) {
            get(ROW);
        }
        assertThat(get("/api/v1/price-list").statusCode()).isEqualTo(429);
        assertThat(get("/api/v1/truth/coverage.csv?rows=1").statusCode()).isEqualTo(429);
        assertThat(get("/api/v1/bundle.zip?rows=1").statusCode()).isEqualTo(429);
        assertThat(client.post("/api/v1/jobs", "{\"rows\":1}", from(address)).statusCode()).isEqualTo(429);
        assertThat(client.get(ROW, from("10.2.0.1")).statusCode()).isEqualTo(200);
        for (int i = 0; i < 2; i++) {
            assertThat(items(get("/api/v1/catalog"), "RateLimit-Policy")).containsOnlyKeys("queries");
            assertThat(get("/api/v1/jobs").statusCode()).isEqualTo(200);
        }
        assertThat(get("/api/v1/catalog").statusCode()).isEqualTo(429);
        assertThat(get("/api/v1/preview?rows=1").statusCode()).isEqualTo(429);
    }

    @Test
    void pagesAndOperationsAreNotCounted() {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/problems",
                "/problems/quota-exceeded", "/health", "/q/swagger-ui/", "/nothing", "/api/v1/nothing.csv")) {
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> answer = get(path);
                assertThat(answer.statusCode()).as(path).isIn(200, 404);
                assertThat(header(answer, "RateLimit")).isEmpty();
            }
        }
        for (int i = 0; i < 6; i++) {
            assertThat(ask("OPTIONS", ROW).statusCode()).isEqualTo(204);
            assertThat(ask("PUT", ROW).statusCode()).isEqualTo(405);
        }
        assertThat(header(get(ROW), "X-RateLimit-Remaining")).isEqualTo("2");
    }

    /** Whoever asks at once, and whatever is refused for its rows among that: as many are served as may be. */
    @Test
    void asManyStreamsAtOnceAsACallerMayHave() throws IOException {
        String endless = "GET " + CSV + "?rows=400&seed=" + FakeEngine.PLANS_LONG + " HTTP/1.1\r\nX-Forwarded-For: "
                + address;
        engine.planGate = new CountDownLatch(1);
        try (RawConnection one = new RawConnection(root); RawConnection two = new RawConnection(root)) {
            one.send(endless);
            two.send(endless);
            await().until(() -> places.taken(address) == 2);
            HttpResponse<String> third = get(ROW);

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(items(third, "RateLimit-Policy")).containsOnlyKeys("minute", "hour", "day", "rows", "streams")
                    .containsEntry("streams", Map.of("q", "2", "qu", "\"concurrent-requests\""));
            assertThat(items(third, "RateLimit")).containsEntry("streams", Map.of("r", "0"));
            assertThat(items(third, "RateLimit").get("minute")).containsEntry("r", "1");
            assertThat(header(third, "RateLimit-Mode")).isEqualTo("local");
            assertThat(header(third, "X-RateLimit-Limit")).isEqualTo("2");
            assertThat(header(third, "X-RateLimit-Remaining")).isEqualTo("0");
            assertThat(json(third).at("/violated-policies/0").asText()).isEqualTo("streams");
            assertThat(header(third, "Retry-After")).isEqualTo("5");
            assertThat(client.get(CSV + "?rows=0", from("10.4.0.1")).statusCode()).as("another caller may go on")
                    .isEqualTo(400);
            assertThat(get("/api/v1/catalog").statusCode()).isEqualTo(200);
        } finally {
            engine.planGate.countDown();
        }
        await().until(() -> places.taken(address) == 0);
        assertThat(header(get(ROW), "X-RateLimit-Remaining")).as("the refused one was not counted").isEqualTo("0");
    }

    @Test
    void whoHasAWholeAnswerHasItsPlaceBack() {
        for (int caller = 0; caller < 30; caller++) {
            address = "10.5." + caller + ".1";
            for (String path : List.of(ROW, CSV + "?rows=100", CSV + "?rows=0")) {
                get(path);
                int taken = places.taken(address);
                assertThat(taken).as(path).isZero();
            }
        }
        assertThat(places.callers()).isZero();
    }

    @Test
    void whoKeepsAskingWaitsLongerAndIsCounted() {
        double before = metric("focus_ratelimit_suspensions_total");
        try (LogWatch log = new LogWatch()) {
            for (int i = 0; i < 34; i++) {
                get(ROW);
            }
            assertThat(log.complaints).as("one line, with who and how long").filteredOn(
                    line -> line.startsWith("io.focusgen.limit: " + address + " keeps asking for what it is refused"))
                    .singleElement().asString().endsWith("it waits 10 s");
        }
        HttpResponse<String> closed = get(ROW);
        assertThat(json(closed).get("type").asText()).isEqualTo("/problems/abnormal-usage-detected");
        assertThat(json(closed).at("/violated-policies/0").asText()).isEqualTo("minute");
        assertThat(items(closed, "RateLimit").get("minute"))
                .as("not before the window is open").isEqualTo(Map.of("r", "0", "t", header(closed, "Retry-After")));
        assertThat(Integer.parseInt(header(closed, "Retry-After"))).isBetween(40, 60);
        assertThat(header(closed, "X-RateLimit-Remaining")).isEqualTo("0");

        HttpResponse<String> answer = get("/api/v1/catalog");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/abnormal-usage-detected");
        assertThat(items(answer, "RateLimit")).containsEntry("queries", Map.of("r", "4", "t", "0"));
        assertThat(header(answer, "RateLimit-Mode")).isEqualTo("local");
        assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(5, 10);
        assertThat(metric("focus_ratelimit_suspensions_total")).isEqualTo(before + 1);
        assertThat(client.get(ROW, from("10.6.0.1")).statusCode()).as("nobody else waits").isEqualTo(200);
    }

    @Test
    void decisionsAreMetrics() {
        double admitted = metric("focus_ratelimit_decisions_total{class=\"streams\",decision=\"admitted\"}");
        double refused = metric("focus_ratelimit_decisions_total{class=\"streams\",decision=\"refused\"}");
        double answered = metric(OF_REQUESTS + "ok\"}");
        double limited = metric(OF_REQUESTS + "limited\"}");
        for (int i = 0; i < 5; i++) {
            get(ROW);
        }
        assertThat(metric("focus_ratelimit_decisions_total{class=\"streams\",decision=\"admitted\"}"))
                .isEqualTo(admitted + 3);
        assertThat(metric("focus_ratelimit_decisions_total{class=\"streams\",decision=\"refused\"}"))
                .isEqualTo(refused + 2);
        await().untilAsserted(() -> {
            assertThat(metric(OF_REQUESTS + "ok\"}")).isEqualTo(answered + 3);
            assertThat(metric(OF_REQUESTS + "limited\"}")).isEqualTo(limited + 2);
        });
        assertThat(metric("focus_ratelimit_mode{mode=\"local\"}")).isEqualTo(1);
        assertThat(metric("focus_ratelimit_mode{mode=\"degraded\"}")).isZero();
        assertThat(metric("focus_ratelimit_callers")).isPositive();
        assertThat(client.get("/q/health/ready").body()).contains("\"limits\"", "\"local\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"6.6.6.6, %s", "%s, 10.200.3.4", "nonsense, %s", "%s, 10.200.0.1, 127.0.0.1"})
    void whatAClientWritesBeforeItsProxiesChangesNothing(String pattern) {
        for (int i = 0; i < 3; i++) {
            assertThat(get(ROW).statusCode()).isEqualTo(200);
        }
        assertThat(client.get(ROW, from(String.format(pattern, address))).statusCode()).isEqualTo(429);
        assertThat(client.get(ROW, from(address, "Forwarded", "for=9.9.9.9")).statusCode()).isEqualTo(429);
    }

    @Test
    void allAddressesOfANetworkOfIpv6AreOneCaller() {
        String network = "2001:db8:" + Integer.toHexString(NETWORKS.incrementAndGet()) + ":1:";
        for (int i = 0; i < 3; i++) {
            assertThat(client.get(ROW, from(network + ":" + i)).statusCode()).isEqualTo(200);
        }
        assertThat(client.get(ROW, from(network + "ffff:1:2:3")).statusCode()).isEqualTo(429);
        assertThat(client.get(ROW, from(network.replace(":1:", ":2:") + ":1")).statusCode()).isEqualTo(200);
    }
}
