package io.focusgen.http;

import static io.focusgen.http.Client.CSV;
import static io.focusgen.http.Client.header;
import static io.focusgen.http.KeyedService.BOB;
import static io.focusgen.http.SessionClient.PATH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.job.redis.RedisResource;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.FaultProxy.Direction;
import io.focusgen.testing.RedisFault;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Sessions over HTTP whose ends are kept in Redis. */
@QuarkusTest
@TestProfile(RedisSessionsTest.Limited.class)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true)
@Timeout(120)
class RedisSessionsTest {

    private static final String BODY = "{\"rows\":1,\"month\":\"2026-01\"}";
    private static final String EIGHT_HOURS = "28800";
    private static final String UNCHECKED = "focus_sessions_unchecked_total";

    /** Rows that are counted. */
    public static class Limited extends KeyedService {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = super.getConfigOverrides();
            settings.remove("RATE_LIMIT");
            settings.put("focus.limit.rows-per-day", "1000000");
            return settings;
        }
    }

    RedisServer redis;

    FaultProxy proxy;

    @TestHTTPResource
    URL service;

    private Client client;
    private SessionClient session;

    @BeforeEach
    void setUp() {
        client = new Client(service);
        session = SessionClient.open(client, BOB);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            double before = unchecked();
            return post() == 200 && unchecked() == before;
        });
    }

    /** Where it is kept that it was ended. */
    private String key() {
        String content = session.cookie().substring("fgs_".length(), session.cookie().indexOf('.'));
        return "focus:session:ended:" + new String(Base64.getUrlDecoder().decode(content), UTF_8).split("\\|")[0];
    }

    private int post() {
        HttpResponse<String> answer = client.post(CSV, BODY, session.changing());
        assertThat(answer.statusCode() == 200 || answer.body().contains("The session is over")).as(answer.body())
                .isTrue();
        return answer.statusCode();
    }

    private double unchecked() {
        return client.get("/q/metrics").body().lines().filter(line -> line.startsWith(UNCHECKED))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    @Test
    void anEndIsKeptAsLongAsTheSessionWouldHaveLasted() {
        for (int i = 0; i < 20; i++) {
            assertThat(post()).as("a body is read after Redis has answered").isEqualTo(200);
        }
        assertThat(redis.command("EXISTS", key())).containsExactly(":0");

        assertThat(client.send("DELETE", PATH, session.changing()).statusCode()).isEqualTo(204);

        assertThat(Long.parseLong(redis.command("TTL", key()).get(0).substring(1))).isBetween(28_700L,
                Long.parseLong(EIGHT_HOURS));
        assertThat(post()).isEqualTo(401);
    }

    @Test
    void whatAnotherReplicaHasEndedIsOver() {
        assertThat(post()).isEqualTo(200);

        redis.command("SET", key(), "1", "EX", EIGHT_HOURS);

        await("what Redis said before is good for a second").atMost(Duration.ofSeconds(10))
                .until(() -> post() == 401);
        redis.command("DEL", key());
        assertThat(post()).as("it is known here from now on").isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(RedisFault.class)
    void withoutRedisCookiesAreLetInAndCountedAndAnEndIsToldLater(RedisFault fault) {
        SessionClient other = SessionClient.open(client, BOB);
        fault.inject(redis, proxy);
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                double already = unchecked();
                return post() == 200 && unchecked() == (fault.reads() ? already : already + 1);
            });
            assertThat(client.send("DELETE", PATH, session.changing()).statusCode()).isEqualTo(204);
            assertThat(post()).as("over here at once").isEqualTo(401);
            if (fault == RedisFault.SILENT || fault.reads()) {
                assertThat(redis.command("EXISTS", key())).containsExactly(":0");
            }
        } finally {
            fault.mend(redis, proxy);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> redis.command("EXISTS", key()).get(0).equals(":1"));
        session = other;
        assertThat(post()).isEqualTo(200);
    }

    @Test
    void aBurstOfACookieThatAnotherReplicaHasEndedIsRefusedAltogether() {
        session = SessionClient.open(client, BOB);
        redis.command("SET", key(), "1", "EX", EIGHT_HOURS);
        double before = unchecked();

        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 32)
                    .mapToObj(i -> CompletableFuture.supplyAsync(this::post, threads)).toList();
            assertThat(all).allMatch(each -> each.join() == 401);
        } finally {
            threads.shutdown();
        }
        assertThat(unchecked()).isEqualTo(before);
    }

    @Test
    void aSlowRedisLetsOneRequestInWhichWaitsForItOnce() {
        session = SessionClient.open(client, BOB);
        redis.command("FLUSHALL");
        redis.command("SET", key(), "1", "EX", EIGHT_HOURS);
        proxy.delay(Direction.TO_CLIENT, Duration.ofMillis(200));
        try {
            HttpResponse<String> first = client.post(CSV, BODY, session.changing());
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "RateLimit-Mode")).isEqualTo("degraded");
            assertThat(redis.command("KEYS", "{focus:limit:*")).as("what was counted there")
                    .noneMatch(line -> line.startsWith("{focus"));
            // The answer is on its way already: no more is asked for it.
            await().atMost(Duration.ofSeconds(10)).until(() -> post() == 401);
        } finally {
            proxy.forward();
        }
        redis.command("DEL", key());
        assertThat(post()).as("it is known here").isEqualTo(401);
    }

    @Test
    void aRedisThatWasKilledIsFoundAgainAndToldWithoutRequests() {
        SessionClient ended = session;
        assertThat(client.send("DELETE", PATH, ended.changing()).statusCode()).isEqualTo(204);
        session = SessionClient.open(client, BOB);
        try (LogWatch log = new LogWatch()) {
            proxy.closePort();
            redis.kill();
            await().atMost(Duration.ofSeconds(10)).until(() -> post() == 200
                    && client.get("/q/metrics").body().contains("focus_breaker_state{breaker=\"sessions-ended\"} 2.0"));
            redis.start();
            proxy.forward();

            await().atMost(Duration.ofSeconds(10)).until(() -> {
                String metrics = client.get("/q/metrics").body();
                return !client.get("/q/health/ready").body().contains("\"redis\": \"degraded\"")
                        && metrics.contains("focus_breaker_state{breaker=\"sessions-ended\"} 0.0")
                        && metrics.contains("focus_breaker_state{breaker=\"limits-take\"} 0.0");
            });
            assertThat(log.complaints).noneMatch(line -> line.contains("Unhandled Error"));
            assertThat(log.complaints.stream().filter(line -> line.contains("which sessions were ended"))).hasSize(1);
        }
        session = ended;
        await("it had lost it").atMost(Duration.ofSeconds(15))
                .until(() -> redis.command("EXISTS", key()).get(0).equals(":1"));
    }
}
