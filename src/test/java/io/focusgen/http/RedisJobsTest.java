package io.focusgen.http;

import static io.focusgen.http.Client.header;
import static io.focusgen.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.focusgen.job.redis.RedisResource;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Jobs over HTTP whose state is in Redis, and their messages. */
@QuarkusTest
@TestProfile(RedisJobsTest.Configured.class)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = RedisResource.REPLICAS, value = "1"))
class RedisJobsTest {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final String ORDER = "{\"rows\":100,\"month\":\"2026-01\"}";

    /** A folder of its own, and a secret. */
    public static class Configured implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("DATA_DIR", Path.of("target", "redis-jobs-test").toString(), "WEBHOOK_SECRETS",
                    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        }
    }

    RedisServer redis;

    FaultProxy proxy;

    @TestHTTPResource
    URL service;

    @Test
    void withoutRedisThereAreNoJobsButStreams() {
        Client client = new Client(service);
        HttpResponse<String> taken = client.post("/api/v1/jobs", ORDER);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String job = header(taken, "Location");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                json(client.get(job)).get("status").asText()).isEqualTo("completed"));

        proxy.freeze();
        for (int i = 0; i < 6; i++) {
            assertUnavailable(client.post("/api/v1/jobs", ORDER));
            assertUnavailable(client.get(job));
            assertUnavailable(client.get("/api/v1/jobs"));
            assertUnavailable(client.send("DELETE", job));
        }
        long start = System.nanoTime();
        assertUnavailable(client.post("/api/v1/jobs", ORDER));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PROMISED);
        assertThat(client.get(Client.CSV + "?rows=1").statusCode()).isEqualTo(200);
        assertThat(client.get("/q/health/ready").statusCode()).isEqualTo(200);

        proxy.forward();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                client.get(job).statusCode()).isEqualTo(200));
        redis.kill();
        assertUnavailable(client.get(job));
        redis.start();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                client.get(job).statusCode()).isEqualTo(404));
        assertThat(json(client.get("/api/v1/jobs")).get("jobs")).isEmpty();
        assertThat(client.post("/api/v1/jobs", ORDER).statusCode()).isEqualTo(202);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isNotEmpty();
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems/jobs-unavailable");
        assertThat(json(answer).get("detail").asText()).contains("Redis").doesNotContain("127.0.0.1");
    }

    @Test
    void aReceiverInThisNetworkIsRefused() {
        Client client = new Client(service);
        for (String url : new String[]{"https://127.0.0.1/", "https://localhost/", "http://example.com/",
                "https://[::1]/", "https://user@example.com/"}) {
            HttpResponse<String> answer = client.post("/api/v1/jobs", "{\"rows\":1,\"webhook\":\"" + url + "\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).at("/violations/0/field").asText()).isEqualTo("webhook");
        }
    }
}
