package io.focusgen.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.focusgen.job.redis.RedisResource;
import io.focusgen.spec.GeneratorVersion;
import io.focusgen.testing.Collector;
import io.focusgen.testing.FakeEngine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** A service with Redis, a collector of traces and a project in Sentry. */
@QuarkusTest
@TestProfile(FakeEngine.Profile.class)
@QuarkusTestResource(value = WatchedService.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true)
@Timeout(60)
class WatchedServiceTest {

    private static final String CSV = "/api/v1/cost-and-usage.csv?rows=25&month=2026-01";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String TRACES = "/v1/traces";
    private static final String SENTRY = "/api/42/envelope";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Collector collector;

    @TestHTTPResource
    URL service;

    private int get(String path, String... headers) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.getPort() + path)).headers(headers)
                        .build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aRequestIsASpanInTheTraceOfItsCallerWithItsPartsBelow() throws IOException, InterruptedException {
        List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
        Handler watch = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                ExtLogRecord whole = ExtLogRecord.wrap(entry);
                whole.copyAll();
                lines.add(whole);
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger.getLogger("io.focusgen.access").addHandler(watch);
        try {
            assertThat(get(CSV + "&seed=77", "traceparent", "00-" + TRACE + "-" + PARENT + "-01", "X-Request-Id",
                    "traced-7", "User-Agent", "agent-of-nobody")).isEqualTo(200);
            await().until(() -> !lines.isEmpty());
        } finally {
            Logger.getLogger("io.focusgen.access").removeHandler(watch);
        }

        await().until(() -> collector.all(TRACES).contains("GET /api/v1/{dataset}.{format}"));
        await().until(() -> collector.all(TRACES).contains("first byte"));
        assertThat(lines).allSatisfy(line -> assertThat(line.getMdc("traceId")).isEqualTo(TRACE));
        assertThat(collector.all(TRACES)).contains(bytes(TRACE), bytes(PARENT), "plan", "stream", "redis", "traced-7",
                GeneratorVersion.CURRENT, "focus-generator")
                .doesNotContain("rows=", "seed", "agent-of-nobody", "127.0.0.1");
    }

    @Test
    void aFaultOfOursIsReportedAndNothingElse() throws IOException, InterruptedException {
        assertThat(get(CSV + "&rows=0", "X-Request-Id", "bad-request")).isEqualTo(400);
        collector.gate = new CountDownLatch(1);
        long from = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(get(CSV + "&seed=" + FakeEngine.FAILS_TO_PLAN, "X-Request-Id", "our-fault", "Authorization",
                    "Basic aHVudGVyMjpodW50ZXIy", "Cookie", "crumb=of-somebody")).isEqualTo(500);
        }
        assertThat(System.nanoTime() - from).as("fifty answers while Sentry gives none").isLessThan(20_000_000_000L);
        collector.gate.countDown();

        await().until(() -> !collector.at(SENTRY).isEmpty());
        String[] envelope = collector.at(SENTRY).get(0).body().split("\n");
        assertThat(envelope).hasSizeGreaterThanOrEqualTo(3);
        assertThat(new ObjectMapper().readTree(envelope[1]).get("type").asText()).isEqualTo("event");
        JsonNode event = new ObjectMapper().readTree(envelope[2]);
        assertThat(event.at("/tags/request_id").asText()).isEqualTo("our-fault");
        assertThat(event.get("release").asText()).isEqualTo("focus-generator@" + GeneratorVersion.CURRENT);
        assertThat(event.get("environment").asText()).isEqualTo("tests");
        assertThat(event.at("/exception/values/0/type").asText()).isEqualTo("IllegalStateException");
        assertThat(event.at("/exception/values/0/stacktrace/frames").size()).isPositive();
        assertThat(event.has("user")).isFalse();
        assertThat(event.has("request")).isFalse();
        assertThat(event.has("server_name")).isFalse();
        assertThat(collector.all(SENTRY)).doesNotContain("hunter", "aHVudGVy", "of-somebody", "bad-request", "month=",
                "127.0.0.1");
    }
}
