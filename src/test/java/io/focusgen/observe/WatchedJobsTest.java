package io.focusgen.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.http.LogWatch;
import io.focusgen.job.redis.RedisResource;
import io.focusgen.sink.s3.S3Resource;
import io.focusgen.testing.Collector;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.S3Server;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;

/** What is told of jobs, and of Redis and S3 when they are gone and come back. */
@QuarkusTest
@TestProfile(WatchedJobsTest.QuickBreakers.class)
@QuarkusTestResource(value = WatchedService.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = S3Resource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = RedisResource.REPLICAS, value = "1"))
@Timeout(90)
class WatchedJobsTest {

    private static final String JOBS = "/api/v1/jobs";
    private static final String SMALL = JOBS + "?rows=5&month=2026-01&target=s3";
    /** Of more bytes than a part has. */
    private static final String LARGE = JOBS + "?rows=15000&granularity=hourly&month=2026-01&target=s3";
    private static final String READY = "/q/health/ready";
    private static final String SENTRY = "/api/42/envelope";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A circuit breaker that opens before the retries of one call are used up. */
    public static class QuickBreakers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("focus.disk.dir", "target/test-data/watched-jobs",
                    "io.focusgen.sink.s3.GuardedS3Calls/CircuitBreaker/requestVolumeThreshold", "4");
        }
    }

    Collector collector;
    S3Server server;
    FaultProxy redisProxy;
    FaultProxy s3Proxy;

    @TestHTTPResource
    URL service;

    @Inject
    Vertx vertx;

    @BeforeEach
    void allIsWell() {
        redisProxy.forward();
        s3Proxy.forward();
        await().atMost(TIMEOUT).until(() -> !degraded());
    }

    private HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + service.getPort() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new IllegalStateException(noJson);
        }
    }

    /** Its id. */
    private String ordered(String path, String... headers) {
        HttpResponse<String> answer = send("POST", path, headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("id").asText();
    }

    private String ended(String job) {
        return await().atMost(TIMEOUT).until(() -> json(send("GET", JOBS + '/' + job)).get("status").asText(),
                status -> !List.of("queued", "running").contains(status));
    }

    private boolean degraded() {
        HttpResponse<String> answer = send("GET", READY);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().contains("\"degraded\": true");
    }

    private SentSpans.Sent span(String trace, String name) {
        return await().atMost(TIMEOUT).until(() -> SentSpans.at(collector).stream()
                .filter(span -> span.trace().equals(trace) && span.name().equals(name)).findFirst(),
                found -> found.isPresent()).orElseThrow();
    }

    @Test
    void aJobIsOneTraceFromItsOrderToItsMessage() {
        String id = ordered(LARGE, "traceparent", "00-" + TRACE + "-" + PARENT + "-01");
        assertThat(ended(id)).isEqualTo("completed");

        SentSpans.Sent request = span(TRACE, "POST " + JOBS);
        assertThat(request.parent()).isEqualTo(PARENT);
        assertThat(request.links()).hasSize(1);
        String trace = request.links().get(0).trace();
        SentSpans.Sent job = span(trace, "job");
        assertThat(request.links().get(0).id()).isEqualTo(job.id());
        assertThat(job.parent()).isEmpty();
        SentSpans.Sent order = span(trace, "order");
        assertThat(order.links()).containsExactly(new SentSpans.Linked(TRACE, request.id()));

        vertx.createHttpClient()
                .request(HttpMethod.POST, collector.port(), "127.0.0.1", "/hook")
                .compose(message -> message.putHeader("webhook-id", "msg_" + id).send("{}"));
        for (String name : List.of("order", "run", "s3 part", "webhook")) {
            assertThat(span(trace, name).parent()).as(name).isEqualTo(job.id());
        }
        assertThat(collector.all("/v1/traces")).contains(id);
    }

    @Test
    void theConnectionsToS3AreCounted() {
        assertThat(ended(ordered(SMALL))).isEqualTo("completed");

        String metrics = send("GET", "/q/metrics").body();
        assertThat(metrics).contains("focus_s3_connections_max 64.0", "focus_s3_connections{state=\"pending\"} 0.0")
                .containsPattern("focus_s3_connections\\{state=\"leased\"} [0-9]+\\.0")
                .containsPattern("focus_s3_connections\\{state=\"available\"} [0-9]+\\.0");
    }

    /** Panels and the page name them; a library that gives them other names leaves panels empty. */
    @Test
    void whatCallsToRedisAndS3AreCountedByIsWhatThePageSays() throws IOException {
        MetricsTable table = MetricsTable.ofSection(3);
        assertThat(table.rows()).hasSizeGreaterThan(10);
        assertThat(ended(ordered(SMALL))).isEqualTo("completed");

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(table.missing(metrics())).isEmpty());
        assertThat(table.mislabelled(metrics(), false)).isEmpty();
    }

    /** In the form in which names stand as pages have them. */
    private String metrics() {
        return send("GET", "/q/metrics", "Accept", "text/plain, */*").body();
    }

    @Test
    void aFailedJobIsReportedAndNoOtherEnd() {
        String cancelled = ordered(JOBS + "?rows=1e8&month=2026-01&target=s3");
        assertThat(send("DELETE", JOBS + '/' + cancelled).statusCode()).isLessThan(300);
        assertThat(send("POST", JOBS + "?rows=0&target=s3").statusCode()).isEqualTo(400);
        assertThat(ended(cancelled)).isEqualTo("cancelled");
        s3Proxy.answer("^PUT ", "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1), 10_000);

        String failed = ordered(SMALL);
        assertThat(ended(failed)).isEqualTo("failed");

        await().atMost(TIMEOUT).until(() -> collector.all(SENTRY).contains(failed));
        String report = collector.at(SENTRY).stream().map(Collector.Message::body)
                .filter(body -> body.contains(failed)).findFirst().orElseThrow();
        assertThat(report).contains("\"job\":\"" + failed + '"', "SinkException").doesNotContain("month=", "127.0.0.1");
        Map<String, String> environment = S3Server.environment(s3Proxy.port());
        for (String secret : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
            assertThat(report).doesNotContain(environment.get(secret));
        }
        assertThat(collector.all(SENTRY)).doesNotContain(cancelled);
    }

    @Test
    void withoutRedisAndS3ItLivesAndFindsThemAgainThoughNobodyAsks() {
        try (LogWatch log = new LogWatch()) {
            s3Proxy.closePort();
            assertThat(ended(ordered(SMALL))).isEqualTo("failed");
            redisProxy.closePort();
            assertThat(send("GET", "/api/v1/catalog").headers().firstValue("RateLimit-Mode")).hasValue("degraded");
            send("GET", JOBS);
            await().atMost(TIMEOUT).until(() -> log.complaints.stream()
                    .anyMatch(line -> line.contains("The store of jobs does not answer")));
            // Long enough for some looks for jobs.
            await().during(Duration.ofSeconds(3)).until(() -> {
                HttpResponse<String> live = send("GET", "/q/health/live");
                return live.statusCode() == 200 && json(live).get("checks").isEmpty();
            });
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(send("GET", READY).body()).contains(
                    "\"redis\": \"degraded\"", "\"s3\": \"degraded\"", "\"limits\": \"degraded\"",
                    "\"degraded\": true"));

            redisProxy.forward();
            s3Proxy.forward();

            await().atMost(Duration.ofSeconds(10)).untilAsserted(
                    () -> assertThat(send("GET", READY).body()).contains("\"degraded\": false"));
            assertThat(log.complaints.stream().filter(line -> line.contains("The store of jobs does not answer")))
                    .hasSize(1);
        }
        assertThat(ended(ordered(SMALL))).isEqualTo("completed");
    }
}
