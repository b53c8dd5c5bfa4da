package io.focusgen.limit.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.focusgen.guard.session.redis.RedisEnds;
import io.focusgen.http.monitoring.Breakers;
import io.focusgen.job.JobStore;
import io.focusgen.job.JobsUnavailableException;
import io.focusgen.job.redis.RedisJobStoreProvider;
import io.focusgen.job.redis.RedisResource;
import io.focusgen.limit.Allowance;
import io.focusgen.limit.Counted;
import io.focusgen.limit.Decision;
import io.focusgen.limit.Limits;
import io.focusgen.limit.Mode;
import io.focusgen.testing.FaultProxy;
import io.focusgen.testing.FaultProxy.Direction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** What becomes of calls that are too many at once: bounds of one call and one that waits, before a Redis that takes its time. */
@QuarkusTest
@TestProfile(RedisBulkheadTest.Narrow.class)
@QuarkusTestResource(value = RedisResource.class, restrictToAnnotatedClass = true)
class RedisBulkheadTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SLOW = Duration.ofMillis(10);
    private static final int CALLS = 12;
    private static final Optional<Allowance> MAY = Optional.of(new Allowance(100, 1000, 5000, 1000, 8));

    /** Bounds that twelve calls exceed, and jobs that nobody runs. */
    public static class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("io.focusgen.limit.redis.RedisLimiter/take/Bulkhead/value", "1",
                    "io.focusgen.job.redis.RedisScripts/run/Bulkhead/value", "1",
                    "io.focusgen.job.redis.RedisScripts/run/Bulkhead/waitingTaskQueue", "1",
                    "io.focusgen.guard.session.redis.RedisEnds/contains/Bulkhead/value", "1");
        }
    }

    FaultProxy proxy;

    @Inject
    Limits limits;

    @Inject
    RedisEnds ends;

    @Inject
    RedisJobStoreProvider jobs;

    @Inject
    Breakers breakers;

    @BeforeEach
    void slow() {
        await().atMost(PATIENCE).until(() -> take("somebody").await().atMost(PATIENCE).mode() == Mode.SHARED);
        proxy.delay(Direction.TO_CLIENT, SLOW);
    }

    @AfterEach
    void forward() {
        proxy.forward();
    }

    private Uni<Decision> take(String caller) {
        return limits.take(caller, MAY, Counted.STREAMS, 1);
    }

    private static <T> List<T> atOnce(Uni<T> call) {
        return Multi.createFrom().range(0, CALLS).onItem().transformToUni(i -> call).merge(CALLS).collect().asList()
                .await().atMost(PATIENCE);
    }

    @Test
    void limitsAreThenDecidedHereAtOnceAndRedisIsNotTakenForBroken() {
        long start = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            List<Decision> decisions = atOnce(take("me " + i));

            assertThat(decisions).allMatch(Decision::admitted);
            assertThat(decisions.stream().filter(decision -> decision.mode() == Mode.SHARED)).hasSizeBetween(1, 2);
            assertThat(decisions.stream().filter(decision -> decision.mode() == Mode.DEGRADED))
                    .hasSizeBetween(CALLS - 2, CALLS - 1);
            assertThat(breakers.state("limits-take")).isEqualTo(CircuitBreakerState.CLOSED);
            assertThat(limits.mode()).isEqualTo(Mode.SHARED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("one behind the other").isLessThan(
                SLOW.multipliedBy(3L * CALLS));
    }

    @Test
    void jobsAreThenAwayForAMomentAndRedisIsNotTakenForBroken() {
        JobStore store = jobs.open().await().atMost(PATIENCE);
        for (int i = 0; i < 3; i++) {
            List<String> outcomes = atOnce(store.counts().map(counts -> "counted").onFailure()
                    .recoverWithItem(failure -> {
                        assertThat(failure).isInstanceOf(JobsUnavailableException.class)
                                .hasCauseInstanceOf(BulkheadException.class);
                        return "away";
                    }));

            assertThat(outcomes).filteredOn("counted"::equals).hasSizeBetween(1, 2);
            assertThat(outcomes).filteredOn("away"::equals).hasSizeBetween(CALLS - 2, CALLS - 1);
            assertThat(breakers.state("jobs-run")).isEqualTo(CircuitBreakerState.CLOSED);
        }
    }

    @Test
    void sessionsAreThenNotAskedForAndRedisIsNotTakenForBroken() {
        for (int i = 0; i < 3; i++) {
            List<String> outcomes = atOnce(ends.contains("none").map(found -> "known").onFailure()
                    .recoverWithItem(failure -> failure.getClass().getSimpleName()));

            assertThat(outcomes).filteredOn("known"::equals).hasSizeBetween(1, 2);
            assertThat(outcomes).filteredOn("BulkheadException"::equals).hasSizeBetween(CALLS - 2, CALLS - 1);
            assertThat(breakers.state("sessions-ended")).isEqualTo(CircuitBreakerState.CLOSED);
        }
    }
}
