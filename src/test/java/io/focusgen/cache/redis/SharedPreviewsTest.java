package io.focusgen.cache.redis;

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

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.cache.Caches;
import io.focusgen.cache.Region;
import io.focusgen.cache.SharedDocuments;
import io.focusgen.job.redis.RedisResource;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.RedisFault;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** Previews that replicas share, and what happens to them while Redis is slow or gone: nothing but that they are made. */
@QuarkusTest
@TestProfile(SharedPreviewsTest.Own.class)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true, initArgs = @ResourceArg(name = RedisResource.REPLICAS, value = "1"))
@Timeout(120)
class SharedPreviewsTest {

    private static final String PREVIEW = "/api/v1/preview?provider=aws&rows=300&month=2026-03&limit=3&seed=";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An application of its own. */
    public static class Own implements QuarkusTestProfile {
    }

    RedisServer redis;

    FaultProxy proxy;

    @TestHTTPResource
    URL service;

    @Inject
    Caches caches;

    @Inject
    SharedDocuments shared;

    @BeforeEach
    void forwarding() {
        proxy.forward();
    }

    private String send(String method, String path) {
        try {
            HttpResponse<String> answer = HTTP.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + service.getPort() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** As another replica would ask: with nothing kept here. */
    private String elsewhere(String path) {
        long unused = caches.empty(Region.PREVIEWS);
        return send("GET", path);
    }

    /** Asks until something comes of it: a loaded machine may be too slow for Redis now and then. */
    private void until(String path, String expected, java.util.function.LongSupplier figure) {
        long before = figure.getAsLong();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            assertThat(elsewhere(path)).isEqualTo(expected);
            return figure.getAsLong() > before;
        });
    }

    @Test
    void whatOneReplicaHasMadeAnotherOneFinds() {
        String path = PREVIEW + 1;
        String made = send("GET", path);
        until(path, made, () -> shared.stats().hits());

        List<String> keys = redis.command("KEYS", DocumentCalls.PREFIX + "*:*").stream()
                .filter(line -> line.startsWith(DocumentCalls.PREFIX)).toList();
        assertThat(keys).isNotEmpty();
        for (String key : keys) {
            assertThat(Long.parseLong(redis.command("TTL", key).get(0).substring(1))).as(key)
                    .isBetween(1L, 3_600L);
        }
        await().until(() -> send("DELETE", "/api/v1/monitoring/cache?region=previews")
                .contains("\"sharedReached\":true"));
        until(path, made, () -> shared.stats().misses());
        until(path, made, () -> shared.stats().hits());
    }

    @Test
    void whileRedisDoesNotAnswerPreviewsAreMadeAndSoonWithoutAskingIt() {
        String path = PREVIEW + 2;
        String made = send("GET", path);
        proxy.freeze();
        long failures = shared.stats().failures();
        for (int i = 0; i < 20; i++) {
            assertThat(elsewhere(path)).isEqualTo(made);
        }
        assertThat(shared.stats().failures()).isGreaterThan(failures);
        assertThat(send("GET", "/health/detailed")).contains("\"cache-find\":\"open\"");
        assertThat(send("GET", "/metrics")).contains("focus_breaker_state{breaker=\"cache-find\"} 2.0");
        Duration fastest = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(elsewhere(path)).isEqualTo(made);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            fastest = took.compareTo(fastest) < 0 ? took : fastest;
        }
        assertThat(fastest).as("two calls of 50 ms each are not made").isLessThan(Duration.ofMillis(500));

        proxy.forward();
        until(path, made, () -> shared.stats().hits());
        assertThat(send("GET", "/health/detailed")).doesNotContain("\"cache-find\":\"open\"");
    }

    @ParameterizedTest
    @EnumSource(RedisFault.class)
    void aRedisThatIsLostChangesNoByteAndIsUsedAgain(RedisFault fault) {
        String path = PREVIEW + (3 + fault.ordinal());
        String made = send("GET", path);
        fault.inject(redis, proxy);
        long failures = shared.stats().failures();
        try {
            assertThat(elsewhere(path)).isEqualTo(made);
            assertThat(elsewhere(path)).isEqualTo(made);
            if (!fault.reads()) {
                assertThat(shared.stats().failures()).isGreaterThan(failures);
            }
        } finally {
            fault.mend(redis, proxy);
        }
        until(path, made, () -> shared.stats().hits());
    }

    @Test
    void anEmptyRedisChangesNoByte() {
        String path = PREVIEW + 99;
        String made = send("GET", path);
        redis.flush();
        assertThat(elsewhere(path)).isEqualTo(made);
    }
}
