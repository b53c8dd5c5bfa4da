package io.focusgen.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.focusgen.limit.Decision;
import io.focusgen.limit.Mode;
import io.focusgen.limit.Window;
import io.focusgen.testing.RedisServer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;

/** Several instances count in one Redis. */
class RedisCountsTest {

    private static final int INSTANCES = 3;
    private static final long SECOND = 1_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RedisServer redis;
    private static Vertx vertx;
    private static final List<Redis> CLIENTS = new ArrayList<>();

    @BeforeAll
    static void start() {
        redis = new RedisServer();
        vertx = Vertx.vertx();
        for (int i = 0; i < INSTANCES; i++) {
            CLIENTS.add(Redis.createClient(vertx, new RedisOptions().setConnectionString(redis.url())
                    .setMaxPoolSize(8).setMaxPoolWaiting(1000).setMaxWaitingHandlers(10_000)));
        }
    }

    @AfterAll
    static void stop() {
        CLIENTS.forEach(Redis::close);
        vertx.closeAndAwait();
        redis.close();
    }

    @BeforeEach
    void forget() {
        redis.flush();
    }

    private static RedisCounts instance(int number) {
        return new RedisCounts(() -> CLIENTS.get(number));
    }

    @Test
    void ofTwoHundredThreadsAtALimitOfAHundredExactlyAHundredAreAdmitted() throws InterruptedException {
        for (int limit : new int[]{100, 1100}) {
            List<Window> windows = List.of(Window.ofRequests("minute", limit, Duration.ofMinutes(1)),
                    Window.ofRequests("day", 1_000_000, Duration.ofDays(1)));
            instance(0).take("somebody else", windows, 1).await().atMost(PATIENCE);
            AtomicInteger admitted = new AtomicInteger();
            AtomicInteger refused = new AtomicInteger();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                RedisCounts mine = instance(i % INSTANCES);
                Thread thread = new Thread(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    for (int k = 0; k < 7; k++) {
                        Decision decision = mine.take("caller " + limit, windows, 1).await().atMost(PATIENCE);
                        assertThat(decision.mode()).isEqualTo(Mode.SHARED);
                        (decision.admitted() ? admitted : refused).incrementAndGet();
                    }
                });
                thread.start();
                threads.add(thread);
            }
            go.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(admitted).hasValue(limit);
            assertThat(refused).hasValue(1400 - limit);
        }
    }

    /** Every third request is refused for another reason, once it was admitted. */
    @Test
    void whatManyGiveBackIsForOthersAndExactlyTheLimitIsUsed() {
        for (int limit : new int[]{100, 1100}) {
            List<Window> windows = List.of(Window.ofRequests("minute", limit, Duration.ofMinutes(1)),
                    Window.ofRequests("day", 1_000_000, Duration.ofDays(1)));
            String caller = "giver " + limit;
            AtomicInteger used = new AtomicInteger();
            AtomicInteger given = new AtomicInteger();
            Multi.createFrom().range(0, 1800).onItem().transformToUni(i -> {
                RedisCounts mine = instance(i % INSTANCES);
                return mine.take(caller, windows, 1).flatMap(decision -> {
                    if (!decision.admitted()) {
                        return Uni.createFrom().voidItem();
                    }
                    (i / INSTANCES % 3 == 0 ? given : used).incrementAndGet();
                    return i / INSTANCES % 3 == 0
                            ? mine.giveBack(caller, windows, 1, decision.moment())
                            : Uni.createFrom().voidItem();
                });
            }).merge(200).collect().last().await().atMost(PATIENCE);
            assertThat(given).hasPositiveValue();
            assertThat(used.get()).isLessThanOrEqualTo(limit);
            while (instance(0).take(caller, windows, 1).await().atMost(PATIENCE).admitted()) {
                used.incrementAndGet();
            }
            assertThat(used).hasValue(limit);
        }
    }

    @Test
    void allKeysOfADecisionHaveTheSameHashTagForACluster() {
        instance(0).take("me", List.of(Window.ofRequests("minute", 2, Duration.ofMinutes(1)),
                Window.ofRequests("hour", 2000, Duration.ofHours(1))), 1).await().atMost(PATIENCE);
        assertThat(redis.command("KEYS", "*")).filteredOn(line -> line.contains("focus"))
                .containsExactlyInAnyOrder("{focus:limit:me}:log", "{focus:limit:me}:amounts");
    }

    @Test
    void aScriptThatRedisHasForgottenIsSentAgain() {
        RedisCounts counts = instance(0);
        List<Window> windows = List.of(Window.ofRequests("minute", 2, Duration.ofMinutes(1)));
        assertThat(counts.take("me", windows, 1).await().atMost(PATIENCE).admitted()).isTrue();
        redis.command("SCRIPT", "FLUSH");
        assertThat(counts.take("me", windows, 1).await().atMost(PATIENCE).admitted()).isTrue();
        assertThat(counts.take("me", windows, 1).await().atMost(PATIENCE).admitted()).isFalse();
    }

    /**
     * A million decisions of three instances, in bursts, about limits that hold for a second. How many were admitted is compared
     * with what a log of all requests would have admitted at the same moments: the moment of a request is that of its answer.
     */
    @Test
    @Tag("long")
    void ofAMillionDecisionsAtMostOneInAHundredIsAdmittedThatALogWouldHaveRefused() {
        int decisions = 1_000_000;
        for (int limit : new int[]{1000, 5000}) {
            redis.flush();
            Window window = Window.ofRequests("second", limit, Duration.ofSeconds(1));
            assertThat(window.exact()).isEqualTo(limit == 1000);
            List<Asked> all = Collections.synchronizedList(new ArrayList<>(decisions));
            List<RedisCounts> instances = List.of(instance(0), instance(1), instance(2));
            Multi.createFrom().range(0, decisions).onItem()
                    .transformToUni(i -> instances.get(i % INSTANCES).take("me", List.of(window), 1)
                            .invoke(decision -> all.add(new Asked(System.nanoTime(), decision.admitted()))))
                    .merge(64).collect().last().await().atMost(Duration.ofMinutes(10));
            all.sort(Comparator.comparingLong(Asked::moment));
            assertThat(all).hasSize(decisions);
            long first = all.get(0).moment();
            // Half a window behind the beginning of one: otherwise some milliseconds decide whether all of it is counted.
            long until = first + (all.get(decisions - 1).moment() - first - SECOND / 2) / SECOND * SECOND + SECOND / 2;
            List<Asked> counted = all.stream().filter(asked -> asked.moment() <= until).toList();
            long admitted = counted.stream().filter(Asked::admitted).count();
            int most = byLog(counted, limit, SECOND);
            // What is not exact forgets a sixtieth of its window at once, so that the first of them counts longer.
            int least = window.exact() ? most : byLog(counted, limit, SECOND + SECOND / 60);
            System.out.printf("limit %d a second: %d decisions in %.1f s, %d admitted, %d to %d by a log%n", limit,
                    counted.size(), (until - first) / 1e9, admitted, least, most);
            assertThat(admitted).as("too many").isLessThanOrEqualTo(most + most / 100);
            assertThat(admitted).as("too few").isGreaterThanOrEqualTo(least - least / 100);
        }
    }

    /** A decision. @param moment of its answer */
    private record Asked(long moment, boolean admitted) {
    }

    /** How many of these, in the order of their moments, a log admits. */
    private static int byLog(List<Asked> all, int limit, long window) {
        long[] log = new long[limit];
        int logged = 0;
        for (Asked asked : all) {
            if (logged < limit || asked.moment() - log[logged % limit] >= window) {
                log[logged % limit] = asked.moment();
                logged++;
            }
        }
        return logged;
    }
}
