package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.focusgen.job.redis.RedisResource;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.focusgen.testing.FakeEngine;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.FaultProxy.Direction;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Limits over HTTP that are counted in Redis. */
@QuarkusTest
@TestProfile(RedisLimitsTest.Limited.class)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true)
class RedisLimitsTest {

    private static final String BODY = "{\"rows\":1,\"seed\":7}";

    /** Enough for these tests, and rows that are counted. */
    public static class Limited extends FakeEngine.Profile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("focus.limit.rows-per-day", "1000000");
        }
    }

    RedisServer redis;

    FaultProxy proxy;

    @TestHTTPResource
    URL service;

    @Inject
    Limits limits;

    private Client client;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        shared();
    }

    @AfterEach
    void back() {
        proxy.forward();
        shared();
    }

    private void shared() {
        await().atMost(Duration.ofSeconds(10)).until(() -> mode(client.get("/api/v1/catalog")).equals("shared")
                && limits.mode() == Mode.SHARED);
    }

    private static String mode(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return header(answer, "RateLimit-Mode");
    }

    @Test
    void aBodyIsReadAfterTheDecisionAndTheConnectionGoesOn() {
        String expected = client.get(CSV + "?rows=1&seed=7").body();
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> answer = client.post(CSV, BODY);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(expected);
            assertThat(client.send("HEAD", CSV + "?rows=1").statusCode()).isEqualTo(200);
            assertThat(client.get("/api/v1/catalog").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoHasWaitedForRedisOnceIsCountedHereWithoutAskingItAgain() {
        redis.command("FLUSHALL");
        proxy.delay(Direction.TO_CLIENT, Duration.ofSeconds(2));

        HttpResponse<String> answer = client.post(CSV, BODY);

        assertThat(mode(answer)).isEqualTo("degraded");
        assertThat(header(answer, "RateLimit")).as("its row is counted").contains("\"rows\";r=499999");
        assertThat(redis.command("KEYS", "{focus:limit:*").stream().filter(line -> line.startsWith("{")))
                .as("what Redis was asked for").singleElement().asString().startsWith("{focus:limit:streams:");
    }

    @Test
    void withoutRedisEveryAnswerComesAndSaysWhoCounts() {
        proxy.freeze();
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.post(CSV, BODY);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
            assertThat(mode(answer)).isEqualTo("degraded");
            assertThat(header(answer, "RateLimit-Policy")).as("half of it").contains("\"minute\";q=500000;w=60",
                    "\"rows\";q=500000;w=86400");
        }
        assertThat(fastest).isLessThan(Duration.ofMillis(100));
        HttpResponse<String> ready = client.get("/q/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).contains("degraded");
        assertThat(client.get("/q/metrics").body()).contains("focus_ratelimit_mode{mode=\"degraded\"} 1.0");
        // Half open for a moment each second.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode detail = json(client.get("/health/detailed"));
            assertThat(detail.get("state").asText()).isNotEqualTo("up");
            assertThat(detail.at("/components/redis/state").asText()).isEqualTo("degraded");
            assertThat(detail.at("/components/redis/breakers/limits-take").asText()).isEqualTo("open");
            assertThat(detail.at("/components/limits/state").asText()).isEqualTo("degraded");
            assertThat(client.post(CSV, BODY).statusCode()).isEqualTo(200);
        });

        proxy.forward();
        shared();
        assertThat(client.get("/q/metrics").body()).contains("focus_ratelimit_mode{mode=\"shared\"} 1.0");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            JsonNode detail = json(client.get("/health/detailed"));
            assertThat(detail.at("/components/redis/state").asText()).isEqualTo("up");
            assertThat(detail.at("/components/redis/breakers").asText()).isEqualTo("closed");
        });
    }
}
