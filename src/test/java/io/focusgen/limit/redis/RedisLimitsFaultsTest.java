package io.focusgen.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.focusgen.job.redis.RedisResource;
import io.focusgen.limit.Allowance;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.FaultProxy.Direction;
import io.focusgen.testing.RedisFault;
import io.focusgen.testing.RedisServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;

/** What becomes of limits when Redis, or the way to it, breaks: with two replicas each process has half of them. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class RedisLimitsFaultsTest {

    private static final Duration BACK = Duration.ofSeconds(10);

    /** What a machine with other things to do may add to the 100 ms that are promised. */
    private static final Duration LATEST = Duration.ofMillis(600);
    private static final int LIMIT = 40;
    private static final int REPLICAS = 2;
    private static final Optional<Allowance> MAY = Optional.of(new Allowance(LIMIT, 1000, 5000, 1000, 8));

    RedisServer redis;

    FaultProxy proxy;

    @Inject
    Limits limits;

    @Inject
    CircuitBreakerMaintenance breakers;

    private String caller;

    @BeforeEach
    void answers() {
        sharedAgain();
        caller = "caller " + System.nanoTime();
    }

    @AfterEach
    void mend() {
        proxy.forward();
        sharedAgain();
    }

    private Decision take(String who) {
        return limits.take(who, MAY, Counted.STREAMS, 1).await().atMost(Duration.ofSeconds(20));
    }

    private void sharedAgain() {
        await().atMost(BACK).until(() -> take("somebody " + System.nanoTime()).mode() == Mode.SHARED
                && limits.mode() == Mode.SHARED);
    }

    @ParameterizedTest
    @EnumSource(RedisFault.class)
    void eachProcessAllowsItsPartAtOnceAndRedisDecidesAgainSoon(RedisFault fault) {
        assertThat(take(caller).mode()).isEqualTo(Mode.SHARED);
        assertThat(limits.mode()).isEqualTo(Mode.SHARED);
        fault.inject(redis, proxy);
        int admitted = 0;
        Duration slowest = Duration.ZERO;
        Duration all = Duration.ZERO;
        for (int i = 0; i < LIMIT; i++) {
            long start = System.nanoTime();
            Decision decision = take(caller);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            all = all.plus(took);
            assertThat(decision.mode()).as("decision %d", i).isEqualTo(Mode.DEGRADED);
            admitted += decision.admitted() ? 1 : 0;
        }
        System.out.printf("%s: slowest decision %d ms, mean %.1f ms%n", fault, slowest.toMillis(),
                all.toNanos() / 1e6 / LIMIT);
        assertThat(admitted).isEqualTo(LIMIT / REPLICAS);
        assertThat(slowest).isLessThan(LATEST);
        assertThat(all.dividedBy(LIMIT)).isLessThan(Duration.ofMillis(100));
        assertThat(limits.mode()).isEqualTo(Mode.DEGRADED);

        fault.mend(redis, proxy);
        long start = System.nanoTime();
        sharedAgain();
        System.out.printf("%s: back after %d ms%n", fault, (System.nanoTime() - start) / 1_000_000);
        assertThat(limits.mode()).isEqualTo(Mode.SHARED);
    }

    /** Not those that the breaker has made, which wait for nobody: each is the first since Redis was well. */
    @ParameterizedTest
    @EnumSource(names = {"FROZEN", "SILENT", "SLOW"})
    void whoHasToWaitForRedisWaitsLessThanATenthOfASecond(RedisFault fault) {
        fault.inject(redis, proxy);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            breakers.reset("limits-take");
            long start = System.nanoTime();
            Decision decision = take(caller + i);
            waits.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(decision.mode()).isEqualTo(Mode.DEGRADED);
            assertThat(decision.admitted()).isTrue();
        }
        fault.mend(redis, proxy);
        Collections.sort(waits);
        System.out.printf("%s: a decision that waits for Redis takes %d ms (median)%n", fault,
                waits.get(waits.size() / 2).toMillis());
        assertThat(waits.get(0)).as("they have waited").isGreaterThan(Duration.ofMillis(50));
        assertThat(waits.get(waits.size() / 2)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void aForgottenScriptChangesNothingAndForgottenKeysBeginAnew() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(take(caller).admitted()).isTrue();
        }
        redis.command("SCRIPT", "FLUSH");
        Decision refused = take(caller);
        assertThat(refused.mode()).isEqualTo(Mode.SHARED);
        assertThat(refused.admitted()).isFalse();
        redis.flush();
        Decision fresh = take(caller);
        assertThat(fresh.mode()).isEqualTo(Mode.SHARED);
        assertThat(fresh.levels().get(0).used()).isEqualTo(1);
    }

    /** Calls that Redis runs and answers too late: it counts none of what this process has decided about itself. */
    @Test
    void whatRedisTookTooLateIsGivenBackToIt() {
        proxy.delay(Direction.TO_CLIENT, Duration.ofMillis(400));
        int admitted = 0;
        for (int i = 0; i < LIMIT; i++) {
            Decision decision = take(caller);
            assertThat(decision.mode()).isEqualTo(Mode.DEGRADED);
            admitted += decision.admitted() ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(LIMIT / REPLICAS);
        proxy.forward();
        sharedAgain();
        await().atMost(BACK).untilAsserted(() -> {
            Decision seen = limits.look(caller, MAY, Counted.STREAMS).await().atMost(BACK);
            assertThat(seen.mode()).isEqualTo(Mode.SHARED);
            assertThat(seen.levels().get(0).used()).isZero();
        });
        for (int i = 0; i < LIMIT; i++) {
            assertThat(take(caller).admitted()).as("no more than both limits, no less than that of Redis").isTrue();
        }
        assertThat(take(caller).admitted()).isFalse();
    }

    @Test
    void rowsAreGivenBackToWhoeverCountedThem() {
        Decision shared = limits.take(caller, MAY, Counted.ROWS, 1000).await().atMost(BACK);
        assertThat(shared.mode()).isEqualTo(Mode.SHARED);
        assertThat(limits.take(caller, MAY, Counted.ROWS, 1).await().atMost(BACK).admitted()).isFalse();
        limits.giveBack(caller, MAY, Counted.ROWS, shared).await().atMost(BACK);
        assertThat(limits.take(caller, MAY, Counted.ROWS, 1000).await().atMost(BACK).admitted()).isTrue();
    }
}
